"""The direction that programs take a page to have: that of most of its letters. Its lines are told accordingly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from citebound_hooks.briefing.pdf.mixed_lines import MixedLine
from citebound_hooks.briefing.pdf.stand_ins import LEFT_TO_RIGHT_MARK, balance, is_left_to_right
from citebound_hooks.briefing.pdf.text_pen import TextPen
from citebound_hooks.briefing.setting.lines import Line


class SetLine(NamedTuple):
    """A line of a page.

    Attributes:
        end: How many operators there are up to its end.
        mixed: Set when the direction of the page is known; None for lines of one direction, and for artifacts.
    """

    end: int
    line: Line
    mixed: MixedLine | None

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(map(self.line.text_of, range(len(self.line.pieces))))


def settle(pen: TextPen, lines: Sequence[SetLine]) -> None:
    """Sets the mixed lines of a page, if it has any."""
    if not any(each.mixed for each in lines):
        return
    pen.rest()
    leftwards, marked = _direction(lines)
    written, pen.code = pen.code, []
    at = 0
    for each in lines:
        pen.code += written[at : each.end]
        at = each.end
        if each.mixed:
            each.mixed.set(pen, leftwards)
        elif marked and _is_open(each):
            pen.mark_end(each.line.pieces[-1].sort.face, LEFT_TO_RIGHT_MARK)
    pen.code += written[at:]


def _direction(lines: Sequence[SetLine]) -> tuple[bool, bool]:
    """Tells whether a page runs from right to left, and whether its left-to-right lines are to end with a mark.

    Poppler takes the last signs of such a line on such a page for its first, but for a mark behind them. Marks are
    letters to it: where they are what makes left-to-right letters the more, they stay, and the page runs as they do.
    """
    plain = sum(balance(each.text) for each in lines if not each.mixed)
    mixed = [each.mixed for each in lines if each.mixed]
    if plain + sum(line.balance(leftwards=False) for line in mixed) >= 0:
        return False, False
    marks = sum(_is_open(each) for each in lines)
    return plain + marks + sum(line.balance(leftwards=True) for line in mixed) < 0, True


def _is_open(line: SetLine) -> bool:
    """Tells whether a left-to-right line ends with a sign that could go with either direction."""
    text = line.text.rstrip()
    covered = bool(line.line.pieces) and line.line.pieces[-1].sort.face.covers(" ")
    return (
        not line.mixed and not line.line.order and covered and bool(text) and not is_left_to_right(text[-1])
    )
