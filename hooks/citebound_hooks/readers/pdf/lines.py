"""The lines of a PDF page, each with its place and size."""

from __future__ import annotations

import re
from math import hypot
from typing import Any, NamedTuple

import pypdf

from citebound.errors import UnreadableError

# Presentation forms that fonts use for letters that touch (Unicode, Alphabetic Presentation Forms); the code that
# WinAnsiEncoding leaves to the bullet (ISO 32000-1, annex D.2, note 3); bullets of the fonts Symbol and Wingdings.
_AS_WRITTEN = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st", 0x7F: "•",
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0E0: "→",
}  # fmt: skip
_MOST_OPERATORS = 700_000  # about seven seconds
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALLER = 0.85  # times the size of the text before
_BLANKS = re.compile(r"[ \t\r\f\v\0]+")


class PdfLine(NamedTuple):
    """A line of text.

    Attributes:
        text: Its characters, blanks folded, ligatures as letters, footnote numbers raised.
        x: Left edge, in points from the left edge of the page.
        y: Base line, in points from the lower edge of the page.
        size: Font size in points.
        bold: Whether the name of its font says so.
        opens_bold: The same for its first words.
        margin: Whether it stands in the upper or lower eighth of the page.
        page: Index of its page.
    """

    text: str
    x: float
    y: float
    size: float
    bold: bool
    opens_bold: bool
    margin: bool
    page: int = 0


class _Chunk(NamedTuple):
    text: str
    x: float
    y: float
    size: float
    font: str


class Work:
    """Counts the operators of all pages: a small file can have pages without end."""

    def __init__(self) -> None:
        self._done = 0

    def one_more(self, *_: object) -> None:
        """Counts one operator.

        Raises:
            UnreadableError: If there were more than a report can have.
        """
        self._done += 1
        if self._done > _MOST_OPERATORS:
            raise UnreadableError(
                f"the PDF has more than {_MOST_OPERATORS} drawing operators; save it in parts"
            )


def lines_of(page: pypdf.PageObject, index: int, work: Work) -> list[PdfLine]:
    """Returns the lines of a page in the order of its content.

    Raises:
        UnreadableError: If all pages so far took too much work.
    """
    chunks: list[_Chunk] = []

    def collect(text: str, matrix: list[float], inner: list[float], font: Any, size: float) -> None:
        if text:
            chunks.append(_placed(text, matrix, inner, font, size))

    page.extract_text(visitor_text=collect, visitor_operand_before=work.one_more)
    low, high = float(page.mediabox.bottom), float(page.mediabox.top)
    eighth = abs(high - low) / 8
    lines = _broken(chunks, min(low, high) + eighth, max(low, high) - eighth)
    return [line._replace(page=index) for line in lines]


def _placed(text: str, matrix: list[float], inner: list[float], font: Any, size: float) -> _Chunk:
    """Turns text space into page space (ISO 32000-1, 8.3.4 and 9.4.4)."""
    a, b, c, d, e, f = (float(number) for number in matrix)
    x, y = float(inner[4]), float(inner[5])
    scale = hypot(float(inner[2]), float(inner[3])) * hypot(c, d)
    name = str(font.get("/BaseFont", "")) if font else ""
    return _Chunk(text, x * a + y * c + e, x * b + y * d + f, float(size) * scale, name)


def _broken(chunks: list[_Chunk], low: float, high: float) -> list[PdfLine]:
    lines: list[PdfLine] = []
    parts: list[_Chunk] = []
    for chunk in chunks:
        pieces = chunk.text.split("\n")
        for number, piece in enumerate(pieces):
            parts.append(chunk._replace(text=piece))
            if number + 1 < len(pieces):
                _end_line(lines, parts, low, high)
                parts = []
    _end_line(lines, parts, low, high)
    return lines


def _end_line(lines: list[PdfLine], parts: list[_Chunk], low: float, high: float) -> None:
    text = _BLANKS.sub(" ", _said(parts)).strip(" ").translate(_AS_WRITTEN)
    if not text.strip():
        return
    longest = max((part for part in parts if part.text.strip()), key=lambda part: len(part.text))
    first = next(part for part in parts if part.text.strip())
    margin = not low <= first.y <= high
    lines.append(
        PdfLine(text, first.x, first.y, round(longest.size, 1), _is_bold(longest), _is_bold(first), margin)
    )


def _is_bold(part: _Chunk) -> bool:
    return "bold" in part.font.lower() or "black" in part.font.lower()


def _said(parts: list[_Chunk]) -> str:
    """Joins the parts of a line. The number of a footnote stays apart from the figure that it stands behind."""
    text = ""
    size = 0.0
    for part in parts:
        small = part.text.isdecimal() and len(part.text) <= 3 and part.size <= _SMALLER * size
        raised = small and text[-1:].strip() and not text[-1].isupper()  # CO2 is no footnote
        text += part.text.translate(_SUPERSCRIPTS) if raised else part.text
        size = part.size if part.text.strip() else size
    return text
