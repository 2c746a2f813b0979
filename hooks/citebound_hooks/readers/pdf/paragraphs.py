"""Lines of a page to paragraphs, headings, list items and table rows."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from citebound.model import BlockKind
from citebound_hooks.readers.pdf.hyphenation import joint
from citebound_hooks.readers.pdf.lines import PdfLine
from citebound_hooks.readers.pdf.measure import HEADING, SAME_SIZE, Measure

_WIDEST_LEADING = 1.4  # times the usual distance of two lines
_WIDEST_HEADING = 1.7  # times the font size
_MARK = r"(?:[•‣▪◦·●➢✓–—*-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])"
_LIST_ITEM = re.compile(_MARK + r"\s")
_ENTRY_OF_CONTENTS = re.compile(r".{0,200}?(?:\s?\.){5,200}\s?[\divxlc]{1,6}", re.IGNORECASE)
_LIST_MARK = re.compile(_MARK)
_FINAL = (".", "!", "?", ":", ";", "”", '"', "»", ")", "]")
_LONGEST_HEADING = 120
_HEADING_LEVELS = 4
_WORDS_OF_PROSE = 6


class PdfBlock(NamedTuple):
    """A block: its text with the line ends joined.

    Attributes:
        page: Index of the page on which it begins.
        turns: Offsets in its text at which a further page begins.
    """

    text: str
    kind: BlockKind
    level: int
    page: int
    turns: tuple[int, ...] = ()


def blocks_of(
    lines: Sequence[PdfLine], apart: Container[int], usual: Measure, known: frozenset[str]
) -> Iterator[PdfBlock]:
    """Yields the blocks of a document; a paragraph goes on over the end of its page, and past notes in the margin.

    Args:
        lines: Its lines without the running ones.
        apart: Indices of the pages into which no paragraph goes on, because other text stands there first.
        usual: What is usual in it.
        known: Its words.
    """
    group: list[PdfLine] = []
    notes: list[PdfLine] = []
    for line in _with_marks(lines):
        if group and _is_note(group, line, usual):
            notes.append(line)
            continue
        if group and group[-1].page != line.page:
            belongs = line.page not in apart and _goes_over_page(group, line, usual)
        else:
            belongs = not group or _belongs(group, line, usual)
        if not belongs:
            yield from _with_notes(group, notes, usual, known)
            group, notes = [], []
        group.append(line)
    if group:
        yield from _with_notes(group, notes, usual, known)


def _with_notes(
    group: list[PdfLine], notes: list[PdfLine], usual: Measure, known: frozenset[str]
) -> Iterator[PdfBlock]:
    """Yields the block of a paragraph, and those of the notes in the margin beside it."""
    yield _block(group, usual, known)
    note: list[PdfLine] = []
    for line in notes:
        if note and not 0 < note[-1].y - line.y <= _WIDEST_LEADING * usual.leading:
            yield _block(note, usual, known)
            note = []
        note.append(line)
    if note:
        yield _block(note, usual, known)


def _is_note(group: list[PdfLine], line: PdfLine, usual: Measure) -> bool:
    """Whether a line stands in the margin of prose: beside a paragraph's further line, or beside a full first one."""
    if _is_row(group) or not _is_cell(group[-1], line):
        return False
    return len(group) > 1 or (usual.is_wide(group[0]) and len(group[0].text.split()) >= _WORDS_OF_PROSE)


def _with_marks(lines: Sequence[PdfLine]) -> Iterator[PdfLine]:
    """Yields the lines, the mark of a list item together with the first line of its text."""
    mark: PdfLine | None = None
    for line in lines:
        if mark and _is_cell(mark, line):
            yield line._replace(text=f"{mark.text} {line.text}")
            mark = None
            continue
        if mark:
            yield mark
        mark = line if _LIST_MARK.fullmatch(line.text) else None
        if mark is None:
            yield line
    if mark:
        yield mark


def _goes_over_page(group: list[PdfLine], line: PdfLine, usual: Measure) -> bool:
    before = group[-1]
    if _is_row(group) or _is_large(before, usual) or _LIST_ITEM.match(line.text) or before.bold != line.bold:
        return False
    if abs(before.size - line.size) >= SAME_SIZE or before.text.endswith(_FINAL):
        return False
    return _runs_on(before, line, usual)


def _belongs(group: list[PdfLine], line: PdfLine, usual: Measure) -> bool:
    before = group[-1]
    if _is_cell(before, line):
        return True
    if _is_row(group) or abs(before.size - line.size) >= SAME_SIZE or _LIST_ITEM.match(line.text):
        return False
    if _ENTRY_OF_CONTENTS.fullmatch(before.text) or _ENTRY_OF_CONTENTS.fullmatch(line.text):
        return False
    step = before.y - line.y
    if _is_large(before, usual):
        return 0 < step <= _WIDEST_HEADING * before.size
    if 0 < step <= _WIDEST_LEADING * usual.leading:
        return not _begins_anew(group, line, usual) and _runs_on(before, line, usual)
    return step < 0 and _goes_on(before.text, line.text)  # at the top of the next column


def _begins_anew(group: list[PdfLine], line: PdfLine, usual: Measure) -> bool:
    """Whether a line is indented, or begins in another weight as a heading or a label does."""
    before = group[-1]
    if before.bold != line.bold and len(before.text) < _LONGEST_HEADING and not line.text[:1].islower():
        return True
    if line.opens_bold and not before.bold and before.text.endswith(_FINAL):
        return True
    return len(group) > 1 and line.x > group[0].x + usual.size and before.text.endswith(_FINAL)


def _goes_on(before: str, after: str) -> bool:
    return after[:1].islower() and not before.endswith(_FINAL)


def _runs_on(before: PdfLine, after: PdfLine, usual: Measure) -> bool:
    return _goes_on(before.text, after.text) or usual.is_full(before, after)


def _is_cell(before: PdfLine, line: PdfLine) -> bool:
    """Whether a line stands right of the one before it, at the same height."""
    return (
        before.page == line.page
        and abs(before.y - line.y) < 0.3 * max(line.size, 1)
        and line.x > before.x + line.size
    )


def _is_row(group: list[PdfLine]) -> bool:
    return len(group) > 1 and _is_cell(group[-2], group[-1])


def _is_large(line: PdfLine, usual: Measure) -> bool:
    return line.size >= HEADING * usual.size and len(line.text) <= _LONGEST_HEADING


def _block(group: list[PdfLine], usual: Measure, known: frozenset[str]) -> PdfBlock:
    first = group[0]
    if _is_row(group):
        return PdfBlock("\t".join(line.text for line in group), "table-row", 0, first.page)
    text, turns = _joined(group, known)
    kind, level = _kind(group, text, usual)
    return PdfBlock(text, kind, level, first.page, turns)


def _joined(group: list[PdfLine], known: frozenset[str]) -> tuple[str, tuple[int, ...]]:
    """Returns the text of lines, and the offsets in it at which a further page begins."""
    parts, size, turns = [group[0].text], len(group[0].text), []
    for before, line in pairwise(group):
        dropped, between = joint(before.text, line.text, known)
        parts[-1] = parts[-1][: len(parts[-1]) - dropped]
        size += len(between) - dropped
        turns += [size] * (line.page - before.page)
        parts += [between, line.text]
        size += len(line.text)
    return "".join(parts), tuple(turns)


def _kind(group: list[PdfLine], text: str, usual: Measure) -> tuple[BlockKind, int]:
    if _ENTRY_OF_CONTENTS.fullmatch(text):
        return "boilerplate", 0
    if _is_large(group[0], usual):
        return "heading", min(usual.headings.index(group[0].size) + 1, _HEADING_LEVELS)
    if _LIST_ITEM.match(text):
        return "list-item", 0
    if all(line.bold for line in group) and len(text) <= _LONGEST_HEADING and not text.endswith(_FINAL):
        return "heading", _HEADING_LEVELS
    return "paragraph", 0
