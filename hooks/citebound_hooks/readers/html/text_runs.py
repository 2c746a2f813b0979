"""The runs of text between the tags of an HTML file, found in one linear pass over its source."""

from __future__ import annotations

import re

# The tokenizer of the HTML Living Standard (13.2.5) as one expression. Every part is possessive and ends at the
# end of the file at the latest, so that no input makes it look at a character twice.
_ATTRIBUTES = (
    r"(?:[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)?+)*+"
    r"[\s/]*+(?:>|\Z)"
)
TAG = re.compile(
    # an element whose content is no markup, with its content
    r"(<(?:(?=[sStTxXiInN])(?i:(script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>]))" + _ATTRIBUTES +
    r"[^<]*+(?:<(?!/(?i:\2)[\s/>])[^<]*+)*+"
    r"|/?[A-Za-z][^\s/>]*+" + _ATTRIBUTES +
    r"|!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z))"
    r"|[!?/][^>]*+(?:>|\Z)))"
)  # fmt: skip

# A run of text that is not only white space: where it begins, and how it is written.
TextRun = tuple[int, str]


def text_runs(source: str) -> list[TextRun]:
    """Returns the runs of text of a page in their order, without the contents of scripts, titles and the like."""
    parts = TAG.split(source)  # text, tag, name of an element without markup or None, text, tag, …
    runs: list[TextRun] = []
    at = 0
    for text, tag in zip(parts[::3], [*parts[1::3], ""], strict=True):
        if text and not text.isspace():
            runs.append((at, text))
        at += len(text) + len(tag)
    return runs
