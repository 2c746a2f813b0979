"""Lines of a page to paragraphs, headings, list items and table rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from citebound.model import BlockKind
from citebound_hooks.readers.lines import is_full
from citebound_hooks.readers.pdf.hyphenation import joined
from citebound_hooks.readers.pdf.lines import PdfLine

_SAME_SIZE = 0.6  # points
_HEADING = 1.12  # times the size of the running text
_WIDEST_LEADING = 1.4  # times the usual distance of two lines
_WIDEST_HEADING = 1.7  # times the font size
_RAGGED = 0.18  # share of the width by which full lines of a proportional font differ in characters
_LIST_ITEM = re.compile(r"(?:[•‣▪◦·●\uf0b7–—*-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s")
_FINAL = (".", "!", "?", ":", ";", "”", '"', "»", ")", "]")
_LONGEST_HEADING = 120
_HEADING_LEVELS = 4


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


class PdfBlock(NamedTuple):
    """A block: its text with the line ends joined."""

    text: str
    kind: BlockKind
    level: int


def measure(pages: Sequence[Sequence[PdfLine]]) -> Measure:
    """Measures a document that has at least one line."""
    characters: Counter[float] = Counter()
    for page in pages:
        for line in page:
            characters[line.size] += len(line.text)
    size = max(characters, key=lambda found: (characters[found], -found))
    body = [[line for line in page if abs(line.size - size) < _SAME_SIZE] for page in pages]
    lengths = sorted(len(line.text) for page in body for line in page)
    steps = [a.y - b.y for page in body for a, b in pairwise(page) if 0 < a.y - b.y < 4 * size]
    larger = sorted((found for found in characters if found >= _HEADING * size), reverse=True)
    return Measure(
        size, lengths[int(len(lengths) * 0.9)], median(steps) if steps else 1.2 * size, tuple(larger)
    )


def blocks_of_page(page: Sequence[PdfLine], usual: Measure, known: frozenset[str]) -> Iterator[PdfBlock]:
    """Yields the blocks of a page whose running lines were taken out."""
    group: list[PdfLine] = []
    for line in page:
        if group and not _belongs(group, line, usual):
            yield _block(group, usual, known)
            group = []
        group.append(line)
    if group:
        yield _block(group, usual, known)


def _belongs(group: list[PdfLine], line: PdfLine, usual: Measure) -> bool:
    before = group[-1]
    if _is_cell(before, line):
        return True
    if _is_row(group) or abs(before.size - line.size) >= _SAME_SIZE or _LIST_ITEM.match(line.text):
        return False
    step = before.y - line.y
    if _is_large(before, usual):
        return 0 < step <= _WIDEST_HEADING * before.size
    if 0 < step <= _WIDEST_LEADING * usual.leading:
        return not _begins_anew(group, line, usual) and _runs_on(before.text, line.text, usual.width)
    return step < 0 and _goes_on(before.text, line.text)  # at the top of the next column


def _begins_anew(group: list[PdfLine], line: PdfLine, usual: Measure) -> bool:
    """Whether a line is indented, or begins in another weight as a heading or a label does."""
    before = group[-1]
    if before.bold != line.bold and len(before.text) < _LONGEST_HEADING and not line.text[:1].islower():
        return True
    return len(group) > 1 and line.x > group[0].x + usual.size and before.text.endswith(_FINAL)


def _goes_on(before: str, after: str) -> bool:
    return after[:1].islower() and not before.endswith(_FINAL)


def _runs_on(before: str, after: str, width: int) -> bool:
    return _goes_on(before, after) or is_full(before, after, int(width * (1 - _RAGGED)))


def _is_cell(before: PdfLine, line: PdfLine) -> bool:
    """Whether a line stands right of the one before it, at the same height."""
    return abs(before.y - line.y) < 0.3 * max(line.size, 1) and line.x > before.x + line.size


def _is_row(group: list[PdfLine]) -> bool:
    return len(group) > 1 and _is_cell(group[-2], group[-1])


def _is_large(line: PdfLine, usual: Measure) -> bool:
    return line.size >= _HEADING * usual.size and len(line.text) <= _LONGEST_HEADING


def _block(group: list[PdfLine], usual: Measure, known: frozenset[str]) -> PdfBlock:
    if _is_row(group):
        return PdfBlock("\t".join(line.text for line in group), "table-row", 0)
    text = group[0].text
    for line in group[1:]:
        text = joined(text, line.text, known)
    if _is_large(group[0], usual):
        return PdfBlock(text, "heading", min(usual.headings.index(group[0].size) + 1, _HEADING_LEVELS))
    if _LIST_ITEM.match(text):
        return PdfBlock(text, "list-item", 0)
    if all(line.bold for line in group) and len(text) <= _LONGEST_HEADING and not text.endswith(_FINAL):
        return PdfBlock(text, "heading", _HEADING_LEVELS)
    return PdfBlock(text, "paragraph", 0)
