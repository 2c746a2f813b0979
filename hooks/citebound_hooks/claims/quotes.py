"""Where words stand between quotation marks, also over several paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from citebound.model import Block

# Every mark begins with a letter of its own, so that the search passes over all others at once.
_MARK = re.compile(r"“|”|«|»|„|\"|''|‘‘|’’|``|‘(?<!\w‘)|’(?!\w)")
_INNER = frozenset({("“", "“"), ("«", "«"), ('"', "“")})  # a quote's mark, and that of one inside it
_NESTED = 40  # marks of a block that are looked at for the one that closes a quote
_OPENING = {"“": "”", "«": "»", "„": "“”", "‘‘": "’’", "``": "''", "‘": "’"}


class Quote(msgspec.Struct, frozen=True):
    """Words between quotation marks: `text[start:end]` with the marks.

    Attributes:
        closed: False if the mark that closes it is missing in its block.
        continues: Whether it carries on an unclosed quote of the block before.
    """

    start: int
    end: int
    closed: bool
    continues: bool = False


class Quotes:
    """All quotes of a text, in its order, none inside another."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.all = tuple(quotes)
        self._starts = [quote.start for quote in self.all]

    def at(self, offset: int) -> Quote | None:
        """Returns the quote in which a character stands, its marks included."""
        found = bisect_right(self._starts, offset) - 1
        return self.all[found] if found >= 0 and offset < self.all[found].end else None

    def within(self, start: int, end: int) -> Sequence[Quote]:
        """Returns the quotes that begin in `text[start:end]`."""
        return self.all[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]


def find_quotes(text: str, blocks: Sequence[Block]) -> Quotes:
    """Returns the quotes of the blocks. A quote ends with its block at the latest."""
    found: list[Quote] = []
    unclosed = False
    for block in blocks:
        mine = _of_block(text, block.start, block.end, unclosed)
        unclosed = bool(mine) and not mine[-1].closed
        found += mine
    return Quotes(found)


def _of_block(text: str, start: int, end: int, unclosed: bool) -> list[Quote]:
    found: list[Quote] = []
    marks = list(_MARK.finditer(text, start, end))
    at = 0
    while at < len(marks):
        opened = marks[at]
        at += 1
        if not _can_open(text, opened, start):
            continue
        continues = unclosed and _first(text, opened, start)
        closing = _closing(text, marks, at, opened.group(), end)
        if closing is None:
            return [*found, Quote(opened.start(), end, False, continues)]
        found.append(Quote(opened.start(), marks[closing].end(), True, continues))
        at = closing + 1
    return found


def _closing(text: str, marks: Sequence[re.Match[str]], at: int, opening: str, end: int) -> int | None:
    """The index of the mark that closes a quote whose inside begins with mark `at`; None if there is none.

    A quote inside it, in marks that tell their side, is passed over if it is closed, and if one further mark closes
    the outer quote: `“They call it “home”, …”`. A mark left out makes the next closing one close the quote.
    """
    inner, first = 0, None
    for index in range(at, min(len(marks), at + _NESTED)):
        mark = marks[index]
        if (opening, mark.group()) in _INNER and text[mark.end() : mark.end() + 1].strip(" "):
            inner += 1
        elif _closes(text, opening, mark, end):
            first = index if first is None else first
            if not inner or mark.group() == '"':
                return index
            inner -= 1
    return first


def _first(text: str, mark: re.Match[str], start: int) -> bool:
    return not text[start : mark.start()].strip()


def _can_open(text: str, mark: re.Match[str], start: int) -> bool:
    sign = mark.group()
    if sign in _OPENING:
        return True
    if sign in "”»’’":
        return False
    if sign == '"' and text[mark.end() : mark.end() + 1].isspace() and not text[mark.start() - 1].isspace():
        return mark.start() == start  # the end of words whose beginning is not marked
    return mark.start() == start or not text[mark.start() - 1].isdigit()  # 5'11" is a measure


def _is_genitive(text: str, at: int) -> bool:
    """Whether a mark is the apostrophe of "the rebels’ camp" rather than the end of a quote."""
    return text[at - 1 : at] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()


def _closes(text: str, opening: str, mark: re.Match[str], end: int) -> bool:
    closing = _OPENING.get(opening, opening)
    sign = mark.group()
    if opening == "‘" and _is_genitive(text, mark.start()):
        return False
    if sign in closing or {sign, opening} in ({"“", '"'}, {"”", '"'}):
        after = text[mark.end() : mark.end() + 1] if mark.end() < end else " "
        return not after.isalnum() or sign in "”»"
    return False
