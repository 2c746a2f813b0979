"""What is usual in a PDF: size, width and distance of the lines of its running text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from citebound_hooks.readers.pdf.lines import PdfLine

SAME_SIZE = 0.6  # points by which the sizes of one text differ at most
HEADING = 1.12  # times the size of the running text
_COLUMN = 8.0  # points within which left edges are one
_ENOUGH_LINES = 4
_RAGGED = 0.1  # share of the width by which full lines differ
# Widths in ems, roughly those of Helvetica and Times; the files' own fonts are not measured.
_NARROW = dict.fromkeys("iIjlftr.,:;'!|()[]- ’‘\u00a0", 0.3)
_WIDE = dict.fromkeys("mwMW—@%", 0.85)
_WIDTHS = _NARROW | dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ", 0.68) | _WIDE
_USUAL_WIDTH = 0.52


class Measure(NamedTuple):
    """What is usual in a document.

    Attributes:
        size: Font size of the running text, in points.
        leading: Distance of its lines, in points.
        headings: The larger sizes, the largest first.
        width: Width of a full line of the running text, in ems.
        columns: The same for each column that has enough lines, by page and left edge.
    """

    size: float
    leading: float
    headings: tuple[float, ...]
    width: float
    columns: dict[tuple[int, int], float]

    def is_full(self, line: PdfLine, following: PdfLine) -> bool:
        """Whether the first word of the following line would not have fitted on the line."""
        needed = ems(line.text) + ems(" ") + ems(following.text.split(None, 1)[0])
        return needed > self._width_of(line)

    def is_wide(self, line: PdfLine) -> bool:
        """Whether a line fills its column."""
        return ems(line.text) > self._width_of(line)

    def _width_of(self, line: PdfLine) -> float:
        return self.columns.get(_column(line), self.width) * (1 - _RAGGED)


def measure(lines: Sequence[PdfLine]) -> Measure:
    """Measures a document that has at least one line."""
    characters: Counter[float] = Counter()
    for line in lines:
        characters[line.size] += len(line.text)
    size = max(characters, key=lambda found: (characters[found], -found))
    body = [line for line in lines if abs(line.size - size) < SAME_SIZE]
    steps = [a.y - b.y for a, b in pairwise(body) if a.page == b.page and 0 < a.y - b.y < 4 * size]
    columns: dict[tuple[int, int], list[float]] = defaultdict(list)
    for line in body:
        columns[_column(line)].append(ems(line.text))
    return Measure(
        size,
        median(steps) if steps else 1.2 * size,
        tuple(sorted((found for found in characters if found >= HEADING * size), reverse=True)),
        _width([ems(line.text) for line in body]),
        {column: _width(widths) for column, widths in columns.items() if len(widths) >= _ENOUGH_LINES},
    )


def ems(text: str) -> float:
    """Estimates the width of a text in ems."""
    return sum(_WIDTHS.get(character, _USUAL_WIDTH) for character in text)


def _width(widths: list[float]) -> float:
    return sorted(widths)[int(len(widths) * 0.9)]


def _column(line: PdfLine) -> tuple[int, int]:
    return line.page, round(line.x / _COLUMN)
