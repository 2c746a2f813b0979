"""The part of a line that a finding speaks of, with the place of the caret under it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from citebound.compliance.positions import Positions
from citebound.model import Document, Finding

_ELLIPSIS = "…"


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


class Excerpts:
    """The excerpts of one run; the lines of each file are counted once.

    Args:
        documents: The documents by the path that findings name.
        width: Columns of an excerpt.
    """

    def __init__(self, documents: Mapping[str, Document], width: int) -> None:
        self._documents = documents
        self._width = width
        self._positions: dict[str, Positions] = {}

    def of(self, finding: Finding) -> Excerpt | None:
        """Returns the line that a finding speaks of; None if it has no place in a text that is at hand.

        It is a line of the text that was read; of a reference list, where one file holds many texts, of the file.
        """
        document, span = self._documents.get(finding.path), finding.span
        if document is None or span is None:
            return None
        if document.entry is None:
            return excerpt_of(document.text, span.start, span.end, self._width)
        if document.source is None or finding.line is None or finding.column is None:
            return None
        positions = self._positions.setdefault(finding.path, Positions(document))
        start = positions.offset_of(finding.line, finding.column)
        return excerpt_of(document.source, start, start + len(span.exact), self._width)


def excerpt_of(text: str, start: int, end: int, width: int) -> Excerpt:
    """Returns the line in which `text[start:end]` begins, cut around it to `width` columns."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    if text.endswith("\r", start, line_end):
        line_end -= 1
    first = max(line_start, min(start - width // 4, line_end - width))
    if first > line_start and start - line_start < width // 2 > columns(text[line_start:start]):
        first = line_start
    if columns(text[first : min(end, first + width)]) > width:  # of wide characters fewer fit
        first = max(line_start, start - width // 4)
    last = _cut(text, first, line_end, width)
    lead = _ELLIPSIS if first > line_start else ""
    shown = f"{lead}{text[first:last]}{_ELLIPSIS if last < line_end else ''}"
    indent = len(lead) + columns(text[first:start])
    return Excerpt(printable(shown), indent, max(columns(text[start : min(end, last)]), 1))


def _cut(text: str, start: int, end: int, width: int) -> int:
    """Returns where a piece of a line ends that takes `width` columns at most."""
    taken = 0
    for at in range(start, end):
        taken += _columns_of(text[at])
        if taken > width:
            return at
    return end


def printable(text: str) -> str:
    """Returns a text without characters that a terminal obeys: control and direction marks become `·`, tabs spaces."""
    spaced = text.replace("\t", " ")
    return "".join("·" if unicodedata.category(mark) in ("Cc", "Cf", "Zl", "Zp") else mark for mark in spaced)


def columns(text: str) -> int:
    """Returns how many columns a text takes on a terminal."""
    return sum(_columns_of(mark) for mark in text)


def _columns_of(mark: str) -> int:
    if unicodedata.category(mark) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(mark) in ("W", "F") else 1
