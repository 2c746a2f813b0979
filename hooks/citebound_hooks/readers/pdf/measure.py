"""What is usual in a PDF: size, width and distance of the lines of its running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from citebound_hooks.readers.pdf.lines import PdfLine

SAME_SIZE = 0.6  # points by which the sizes of one text differ at most
HEADING = 1.12  # times the size of the running text


class Measure(NamedTuple):
    """What is usual in a document.

    Attributes:
        size: Font size of the running text, in points.
        width: Characters in a full line of it.
        leading: Distance of its lines, in points.
        headings: The larger sizes, the largest first.
    """

    size: float
    width: int
    leading: float
    headings: tuple[float, ...]


def measure(pages: Sequence[Sequence[PdfLine]]) -> Measure:
    """Measures a document that has at least one line."""
    characters: Counter[float] = Counter()
    for page in pages:
        for line in page:
            characters[line.size] += len(line.text)
    size = max(characters, key=lambda found: (characters[found], -found))
    body = [[line for line in page if abs(line.size - size) < SAME_SIZE] for page in pages]
    lengths = sorted(len(line.text) for page in body for line in page)
    steps = [a.y - b.y for page in body for a, b in pairwise(page) if 0 < a.y - b.y < 4 * size]
    larger = sorted((found for found in characters if found >= HEADING * size), reverse=True)
    return Measure(
        size, lengths[int(len(lengths) * 0.9)], median(steps) if steps else 1.2 * size, tuple(larger)
    )
