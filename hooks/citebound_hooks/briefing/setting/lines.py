"""Breaking of paragraphs into lines, and the places of the pieces on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from citebound_hooks.briefing.setting import bidi
from citebound_hooks.briefing.setting.runs import Run
from citebound_hooks.briefing.setting.words import Piece, Word, words_of


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


def break_lines(runs: Sequence[Run], width: float, base: int, first_indent: float = 0.0) -> list[Line]:
    """Fills lines with as many words as fit."""
    lines: list[Line] = []
    taken: list[Word] = []
    used, blank, room = 0.0, 0.0, width - first_indent
    for word in words_of(runs, base, width - first_indent):
        if taken and used + blank + word.width > room:
            lines.append(_line(taken, base))
            taken, used, blank, room = [], 0.0, 0.0, width
        used += blank + word.width
        blank = sum(piece.sort.width for piece in word.blanks)
        taken.append(word)
        if word.forced:
            lines.append(_line(taken, base))
            taken, used, blank, room = [], 0.0, 0.0, width
    if taken:
        lines.append(_line(taken, base))
    return lines


def _line(words: list[Word], base: int) -> Line:
    pieces: list[Piece] = []
    for word in words:
        pieces += word.pieces
        pieces += word.blanks
    inked = len(pieces)
    while inked and pieces[inked - 1].blank:
        inked -= 1
    width = sum(piece.sort.width for piece in pieces[:inked])
    order = _visual_order(pieces, inked, base)
    pen = -sum(piece.sort.width for piece in pieces[inked:]) if base else 0.0
    return Line(pieces, _lefts(pieces, order or range(len(pieces)), pen), width, base, order)


def _visual_order(pieces: list[Piece], inked: int, base: int) -> list[int] | None:
    if not base and not any(piece.level for piece in pieces):
        return None
    return bidi.visual_order([base if at >= inked else piece.level for at, piece in enumerate(pieces)])


def _lefts(pieces: list[Piece], order: Sequence[int], pen: float) -> list[float]:
    """Gives each piece its place; the blanks at the end hang outside the line."""
    lefts = [0.0] * len(pieces)
    for at in order:
        lefts[at] = pen
        pen += pieces[at].sort.width
    return lefts


def line_of(pieces: list[Piece], base: int) -> Line:
    """Makes one line of pieces that are known to fit."""
    word = Word(pieces=pieces)
    return _line([word], base)
