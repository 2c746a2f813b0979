"""Lines of mixed direction: glyphs from left to right, and with them their words in the order of reading.

Each stretch of right-to-left words has its text as a whole; for programs that heed only places (poppler), each of its
characters stands on the line besides, on a blank.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from citebound_hooks.briefing.pdf.stand_ins import balance, from_left
from citebound_hooks.briefing.pdf.text_pen import TextPen
from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.lines import Line
from citebound_hooks.briefing.setting.pen import ElementOf
from citebound_hooks.briefing.setting.words import Piece

LEAST = 0.01  # points: no blank is without width


class _Part(NamedTuple):
    """Pieces of one element that stand side by side: the number of its marked content, and theirs from the left."""

    element: Element
    number: int
    pieces: list[int]


class _Placed(NamedTuple):
    """A stand-in at its place."""

    left: float
    width: float
    text: str
    piece: int


class MixedLine(NamedTuple):
    """A line of a page, its place, and the marked content that it becomes."""

    line: Line
    x: float
    y: float
    parts: list[_Part]

    def balance(self, leftwards: bool) -> int:
        """Returns how many more of its letters run from left to right, as text extraction counts them."""
        marks = "".join(each.text for each in _stand_ins(self.line, leftwards))
        told = {at for stretch in stretches(self.line, leftwards) for at in stretch}
        others = (self.line.text_of(at) for at in range(len(self.line.pieces)) if at not in told)
        return balance(marks + "".join(others))

    def set(self, pen: TextPen, leftwards: bool) -> None:
        """Sets it; what was set before makes no difference to it, nor does it to what comes after."""
        stand_ins: dict[int, list[_Placed]] = {}
        for each in _stand_ins(self.line, leftwards):
            stand_ins.setdefault(each.piece, []).append(each)
        lefts = self.line.lefts
        told = {at for stretch in stretches(self.line, leftwards) for at in stretch}
        for part in self.parts:
            pen.mark(part.element, part.element, part.number)
            if part is self.parts[0] and part.pieces[0] not in told:
                pen.lead(
                    self._pieces(self.line.order or ()), (self.x + self.line.start, self.y), part.element
                )
            for is_told, group in groupby(part.pieces, key=told.__contains__):
                numbers = list(group)
                place = self.x + lefts[numbers[0]], self.y
                if is_told:
                    beside = sorted(each for at in numbers for each in stand_ins.get(at, ()))
                    self._tell(pen, numbers, place, beside)
                else:
                    pen.place(*place)
                    pen.set_all(self._pieces(numbers))
        pen.rest()

    def _pieces(self, numbers: Iterable[int]) -> list[Piece]:
        return [self.line.pieces[at] for at in numbers]

    def _tell(
        self, pen: TextPen, numbers: list[int], place: tuple[float, float], stand_ins: list[_Placed]
    ) -> None:
        """Sets right-to-left words with their text, and in it a stand-in for each character."""
        pen.mean("".join(map(self.line.text_of, sorted(numbers))))
        pen.place(*place)
        pen.draw(self._pieces(numbers))
        type_ = max((piece.run.type for piece in self.line.pieces), key=lambda each: each.size)
        blank = type_.cast(" ").sorts[0]
        for each in stand_ins:
            pen.mean(each.text)
            pen.place(self.x + each.left, self.y, each.width / blank.width)
            pen.blank(blank, type_)
            pen.meant()
        pen.meant()


def mixed_line(
    pen: TextPen, line: Line, place: tuple[float, float], element_of: ElementOf
) -> MixedLine | None:
    """Numbers the parts of a line in the order of reading; None if it is no part of the document."""
    if element_of(None) is None:
        return None
    pen.rest()
    parts = []
    for element, group in groupby(line.order or (), key=lambda at: element_of(line.pieces[at].run.inline)):
        if element is not None:
            parts.append((list(group), element))
    numbers = {
        id(pieces): pen.number(element) for pieces, element in sorted(parts, key=lambda part: min(part[0]))
    }
    return MixedLine(line, *place, [_Part(element, numbers[id(pieces)], pieces) for pieces, element in parts])


def stretches(line: Line, leftwards: bool) -> Iterator[list[int]]:
    """Yields the numbers of pieces that are told together: right-to-left words, or the whole of a line."""
    if line.level or leftwards:
        yield list(range(len(line.pieces)))
        return
    for told, group in groupby(range(len(line.pieces)), key=lambda at: line.pieces[at].level > 0):
        if told:
            yield list(group)


def _stand_ins(line: Line, leftwards: bool) -> Iterator[_Placed]:
    """Yields a stand-in for each character of each stretch, evenly over its width."""
    lefts = line.lefts
    for stretch in stretches(line, leftwards):
        owners = [at for at in stretch for _ in line.text_of(at)]
        text = "".join(map(line.text_of, stretch))
        found = from_left(text, leftwards=leftwards, more=stretch[-1] < len(line.pieces) - 1)
        left = min(lefts[at] for at in stretch)
        right = max(lefts[at] + line.pieces[at].sort.width for at in stretch)
        width = max((right - left) / max(len(found), 1), LEAST)
        for place, each in enumerate(found):
            yield _Placed(left + place * width, width, each.text, owners[each.of])
