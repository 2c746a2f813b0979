"""Breaking of paragraphs into lines, and the places of the pieces on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from citebound_hooks.briefing.setting import bidi
from citebound_hooks.briefing.setting.runs import Run
from citebound_hooks.briefing.setting.words import Piece, words_of


@dataclass(slots=True, eq=False)
class Line:
    """A line: pieces in logical order, each with its distance from the line's left end.

    Attributes:
        order: The pieces' numbers from left to right, where that is not the logical order.
        width: Without the blanks at its end.
        level: Of the paragraph: 1 for right to left.
    """

    pieces: list[Piece] = field(default_factory=list)
    lefts: list[float] = field(default_factory=list)
    width: float = 0.0
    level: int = 0
    order: Sequence[int] | None = None


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


def line_of(pieces: list[Piece], base: int) -> Line:
    """Gives the pieces of a line their places; the blank at its end hangs outside."""
    blank = pieces[-1].sort.blank if pieces else 0.0
    order = _visual_order(pieces, base)
    start = -blank if base else 0.0
    lefts, pen = [], start
    for piece in pieces if order is None else (pieces[at] for at in order):
        lefts.append(pen)
        pen += piece.sort.width
    if order is not None:
        lefts = [left for _, left in sorted(zip(order, lefts, strict=True))]
    return Line(pieces, lefts, pen - start - blank, base, order)


def _visual_order(pieces: list[Piece], base: int) -> list[int] | None:
    levels = [piece.level for piece in pieces]
    return bidi.visual_order(levels) if base or any(levels) else None
