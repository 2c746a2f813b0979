"""Breaking of paragraphs into lines, and the places of the pieces on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citebound_hooks.briefing.setting import bidi
from citebound_hooks.briefing.setting.runs import Run
from citebound_hooks.briefing.setting.words import Piece, words_of


@dataclass(slots=True, eq=False)
class Line:
    """A line: pieces in logical order; the blank at its end hangs outside.

    Attributes:
        width: Without the blanks at its end.
        level: Of the paragraph: 1 for right to left.
        order: The pieces' numbers from left to right, where that is not the logical order.
    """

    pieces: Sequence[Piece] = ()
    width: float = 0.0
    level: int = 0
    order: Sequence[int] | None = None

    @property
    def start(self) -> float:
        """Where the first piece at the left stands, seen from the line's left end."""
        return -self.pieces[-1].sort.blank if self.level and self.pieces else 0.0

    def text_of(self, at: int) -> str:
        """Returns what the piece of a number says."""
        sort = self.pieces[at].sort
        return sort.instead_of or sort.shaped.text

    @property
    def lefts(self) -> list[float]:
        """The distance of each piece from the line's left end, in logical order."""
        lefts, pen = [0.0] * len(self.pieces), self.start
        for at in self.order or range(len(self.pieces)):
            lefts[at] = pen
            pen += self.pieces[at].sort.width
        return lefts


def break_lines(runs: Sequence[Run], width: float, base: int) -> list[Line]:
    """Fills lines with as many words as fit."""
    lines: list[Line] = []
    taken: list[Piece] = []
    used = 0.0
    for word in words_of(runs, base, width):
        if taken and used + word.width - word.blank > width:
            lines.append(line_of(taken, base))
            taken, used = [], 0.0
        used += word.width
        taken += word.pieces
        if word.forced:
            lines.append(line_of(taken, base))
            taken, used = [], 0.0
    if taken:
        lines.append(line_of(taken, base))
    return lines


def line_of(pieces: Sequence[Piece], base: int) -> Line:
    """Makes a line of pieces."""
    if pieces and pieces[-1].level % 2 != base and pieces[-1].sort.blank:
        pieces = [*pieces[:-1], *_parted(pieces[-1], base)]
    blank = pieces[-1].sort.blank if pieces else 0.0
    width = sum([piece.sort.width for piece in pieces]) - blank
    return Line(tuple(pieces), width, base, _visual_order(pieces, base))


def _parted(piece: Piece, base: int) -> Iterator[Piece]:
    """Parts the blank at the end of a line from its word: it runs as the paragraph does (UAX #9, L1)."""
    word, type_ = piece.sort.shaped.text.rstrip(" "), piece.run.type
    for sort in type_.sorts(word, piece.level % 2 == 1):
        yield Piece(sort, piece.run, piece.level)
    for sort in type_.sorts(" ", base == 1):
        yield Piece(sort, piece.run, base)


def _visual_order(pieces: Sequence[Piece], base: int) -> list[int] | None:
    levels = [piece.level for piece in pieces]
    return bidi.visual_order(levels) if base or any(levels) else None
