"""The runs of text between the tags of an HTML file, found in one linear pass over its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from citebound.errors import UnreadableError

# The tokenizer of the HTML Living Standard (13.2.5) as one expression. Every part is possessive and ends at the
# end of the file at the latest, so that no input makes it look at a character twice.
_ATTRIBUTES = (
    r"(?:[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)?+)*+"
    r"[\s/]*+(?:>|\Z)"
)
_TAG = re.compile(
    # an element whose content is no markup, with its content
    r"(<(?:(?=[sStTxXiInN])(?i:(script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>]))" + _ATTRIBUTES +
    r"[^<]*+(?:<(?!/(?i:\2)[\s/>])[^<]*+)*+"
    r"|/?[A-Za-z][^\s/>]*+" + _ATTRIBUTES +
    r"|!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z))"
    r"|[!?/][^>]*+(?:>|\Z)))"
)  # fmt: skip
_NAME = re.compile(r"</?([a-z][^\s/>]*+)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+))?+")
# More attributes than this on one element cost the parser quadratic time; so do many end tags that end nothing.
_MOST_ATTRIBUTES = 500
_LONG_TAG = 2 * _MOST_ATTRIBUTES
_MANY_STRAYS = 50_000
_MOST_TAGS = 500_000

# A run of text that is not only white space: where it begins, and how it is written.
TextRun = tuple[int, str]


def text_runs(source: str) -> list[TextRun]:
    """Returns the runs of text of a page in their order, without the contents of scripts, titles and the like.

    Raises:
        UnreadableError: If the page is built to keep a parser busy.
    """
    if source.count("<") > _MOST_TAGS:
        raise UnreadableError(f"the page has more than {_MOST_TAGS} tags")
    parts = _TAG.split(source)  # text, tag, name of an element without markup or None, text, tag, …
    runs: list[TextRun] = []
    at = 0
    for text, tag, name in zip(parts[::3], [*parts[1::3], ""], [*parts[2::3], None], strict=True):
        if text and not text.isspace():
            runs.append((at, text))
        at += len(text) + len(tag)
        if len(tag) > _LONG_TAG and not name:
            _refuse_bomb(tag)
    if len(parts) > 3 * _MANY_STRAYS and _stray_end_tags(parts[1::3]) > _MANY_STRAYS:
        raise UnreadableError(f"the page has more than {_MANY_STRAYS} end tags that end nothing")
    return runs


def _refuse_bomb(tag: str) -> None:
    name = _NAME.match(tag)
    if name and sum(1 for _ in _ATTRIBUTE.finditer(tag, name.end())) > _MOST_ATTRIBUTES:
        raise UnreadableError(f"<{name[1][:20]}> has more than {_MOST_ATTRIBUTES} attributes")


def _stray_end_tags(tags: Iterable[str]) -> int:
    opened: Counter[str] = Counter()
    stray = 0
    for tag in tags:
        found = _NAME.match(tag)
        name = found[1].lower() if found else ""
        if not tag.startswith("</"):
            opened[name] += 1
        elif opened[name]:
            opened[name] -= 1
        else:
            stray += 1
    return stray
