"""The part of a line that a finding speaks of, with the place of the caret under it."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from citebound.model import Document, Span

_ELLIPSIS = "…"
_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Excerpt(NamedTuple):
    """A line, cut to the width of the page.

    Attributes:
        words: The line, safe to print.
        indent: Columns before the place.
        length: Columns of the place, at least one.
    """

    words: str
    indent: int
    length: int


def excerpt_of(document: Document, span: Span, width: int) -> Excerpt:
    """Returns the line of the text in which a span begins, cut around it to `width` columns."""
    text = document.text
    begin = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    end = len(text) if end < 0 else end
    first = max(begin, min(span.start - width // 4, end - width))
    if first > begin and span.start - begin < width // 2:
        first = begin
    last = min(end, first + width)
    before, words = text[first : span.start], text[span.start : min(span.end, last)]
    lead = _ELLIPSIS if first > begin else ""
    shown = f"{lead}{text[first:last]}{_ELLIPSIS if last < end else ''}"
    return Excerpt(printable(shown), len(lead) + columns(before), max(columns(words), 1))


def printable(text: str) -> str:
    """Returns a text without characters that a terminal obeys: control and direction marks become `·`, tabs spaces."""
    spaced = text.replace("\t", " ")
    return "".join("·" if unicodedata.category(mark) in ("Cc", "Cf", "Zl", "Zp") else mark for mark in spaced)


def columns(text: str) -> int:
    """Returns how many columns a text takes on a terminal."""
    return sum(_columns_of(mark) for mark in text)


def _columns_of(mark: str) -> int:
    if unicodedata.combining(mark):
        return 0
    return 2 if unicodedata.east_asian_width(mark) in ("W", "F") else 1


def in_xml(text: str) -> str:
    """Returns a text without characters that XML 1.0 does not allow (section 2.2)."""
    return _NOT_IN_XML.sub("·", text)
