"""The runs of text between the tags of an HTML file, found in one linear pass over its source."""

from __future__ import annotations

import re
from collections import Counter

from citebound.errors import UnreadableError

# The tokenizer of the HTML Living Standard (13.2.5) as one expression. Every part is possessive and ends at the
# end of the file at the latest, so that no input makes it look at a character twice.
_ATTRIBUTES = (
    r"(?:[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)?+)*+"
    r"[\s/]*+(?:>|\Z)"
)
_TAG = re.compile(
    r"<(?:(/)?([A-Za-z][^\s/>]*+)" + _ATTRIBUTES +
    r"|!--(?:-?>|.*?(?:--!?>|\Z))"  # comment
    r"|[!?/][^>]*+(?:>|\Z))",
    re.DOTALL,
)  # fmt: skip
_ATTRIBUTE = re.compile(r"[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+))?+")
_RAW = ("script", "style", "xmp", "iframe", "noembed", "noframes")  # no entities inside
_ESCAPABLE = ("title", "textarea")
_END_OF = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in (*_RAW, *_ESCAPABLE)}
# More attributes than this on one element cost the parser quadratic time; so do many end tags that end nothing.
_MOST_ATTRIBUTES = 500
_LONG_TAG = 2 * _MOST_ATTRIBUTES
_MANY_STRAYS = 100_000
_MOST_TAGS = 1_000_000


# Text of the file between two tags that is not only white space: start, end, and whether `&` begins no entity in it.
TextRun = tuple[int, int, bool]


def text_runs(source: str) -> list[TextRun]:
    """Returns the runs of text of a page in their order.

    Raises:
        UnreadableError: If the page is built to keep a parser busy.
    """
    runs: list[TextRun] = []
    at = tags = 0
    while True:
        count, name, at = _run_of_tags(source, at, runs)
        tags += count
        if tags > _MOST_TAGS:
            raise UnreadableError(f"the page has more than {_MOST_TAGS} tags")
        if name is None:
            break
        close = _END_OF[name].search(source, at)
        end = close.start() if close else len(source)
        if end > at:
            runs.append((at, end, name in _RAW))
        at = end
    if tags > _MANY_STRAYS and _stray_end_tags(source) > _MANY_STRAYS:
        raise UnreadableError(f"the page has more than {_MANY_STRAYS} end tags that end nothing")
    return runs


def _run_of_tags(source: str, at: int, runs: list[TextRun]) -> tuple[int, str | None, int]:
    """Goes over the tags up to the next element whose content is no markup.

    Returns:
        How many tags there were, the name of that element, and where its content begins; None for the name where
        the file ends before.
    """
    count = 0
    for match in _TAG.finditer(source, at):
        start, end = match.span()
        if start > at and not source[at:start].isspace():
            runs.append((at, start, False))
        at = end
        count += 1
        closing, name = match.groups()
        if end - start > _LONG_TAG and name:
            _refuse_bomb(match)
        if name and not closing and (name in _END_OF or name.lower() in _END_OF):
            return count, name.lower(), end
    if len(source) > at:
        runs.append((at, len(source), False))
    return count, None, len(source)


def _refuse_bomb(tag: re.Match[str]) -> None:
    if sum(1 for _ in _ATTRIBUTE.finditer(tag.string, tag.end(2), tag.end())) > _MOST_ATTRIBUTES:
        raise UnreadableError(f"<{tag[2][:20]}> has more than {_MOST_ATTRIBUTES} attributes")


def _stray_end_tags(source: str) -> int:
    opened: Counter[str] = Counter()
    stray = 0
    for match in _TAG.finditer(source):
        closing, name = match.groups()
        if not name:
            continue
        if not closing:
            opened[name.lower()] += 1
        elif opened[name.lower()]:
            opened[name.lower()] -= 1
        else:
            stray += 1
    return stray
