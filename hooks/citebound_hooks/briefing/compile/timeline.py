"""Timelines: dates on a line, each as exact as it is known, with labels that hang below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from citebound_hooks.briefing.compile.figures import as_item, caption, stacked_words
from citebound_hooks.briefing.compile.frame import Frame
from citebound_hooks.briefing.compile.texts import Typesetter
from citebound_hooks.briefing.setting.drawing import Colour, Dot, Shape, Stroke, box
from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.figure import Figure, Label
from citebound_hooks.briefing.setting.flow import Item
from citebound_hooks.briefing.setting.text import Text
from citebound_hooks.briefing.setting.time_axis import TimeAxis, lanes, time_axis
from citebound_hooks.briefing.template.style import TimelineStyle

if TYPE_CHECKING:
    from lxml.etree import _Element

WHITE = (1.0, 1.0, 1.0)
RADIUS = 2.6
BAR, BARS = 4.0, 6.5  # height of a bar, and distance of two above one another
CLEAR = 4.5  # between the line and the lowest bar
DROP = 9.0  # from the line to the first label
GAP = 8.0  # between labels


@dataclass(slots=True, eq=False)
class _Mark:
    """A date, and its label."""

    first: int
    last: int
    extent: str
    event: bool
    words: Sequence[Text]

    @property
    def width(self) -> float:
        """Of the label."""
        return max((line.width for text in self.words for line in text.lines), default=0.0)

    @property
    def height(self) -> float:
        """Of the label."""
        return sum(text.height for text in self.words)


@dataclass(slots=True)
class TimelineSetter:
    """Sets one timeline of the markup."""

    setter: Typesetter
    style: TimelineStyle
    frame: Frame

    def item(self, node: _Element) -> Item:
        """Returns the figure, ready to flow; in words only if it would not fit on a page."""
        left, width = self.frame.column(self.style.place)
        element = Element("Figure", self.frame.parent, alternative=str(node.get("alt")))
        marks = sorted(self._marks(node, element), key=lambda mark: (mark.first, mark.last))
        axis = self._axis(marks, width - self.style.label)
        lower = caption(self.setter, node, width, self.frame, *(["shortened"] if axis.breaks else []))
        figure = self._drawn(marks, axis, width, element, lower)
        return as_item(self.setter, node, figure, self.frame, left, (self.style.before, self.style.after))

    def _marks(self, node: _Element, element: Element) -> Iterator[_Mark]:
        for child in node.iter("moment"):
            first, last = (date.fromisoformat(str(child.get(end))).toordinal() for end in ("first", "last"))
            words = stacked_words(self.setter, child, self.style.label, 2, element)
            yield _Mark(first, last + 1, str(child.get("extent")), child.get("what") == "event", words)

    def _axis(self, marks: Sequence[_Mark], width: float) -> TimeAxis:
        """Lays out the first days, and the ends of bars too if there is room for them."""
        starts, ends = {mark.first for mark in marks}, {mark.last for mark in marks if mark.extent != "day"}
        days = starts | ends
        if len(days) > width / self.style.apart:
            days = starts | {max(days)}
        return time_axis(sorted(days if len(days) > 1 else days | {max(days) + 1}), width, self.style.apart)

    def _drawn(
        self,
        marks: Sequence[_Mark],
        axis: TimeAxis,
        width: float,
        element: Element,
        lower: list[tuple[float, Text]],
    ) -> Figure:
        bars = _bar_rows(marks)
        line = max(bars.values(), default=-1) * BARS + (BARS + BAR + CLEAR if bars else RADIUS + 1)
        hung = lanes([(axis.place(mark.first), mark.width) for mark in marks], GAP)
        tops = _lane_tops(marks, hung, line + DROP)
        colours = self.setter.types.colour(self.style.colour), self.setter.types.colour(self.style.line)
        shapes: list[Shape] = [*_line(axis, line, colours[1])]
        labels: list[Label] = []
        for at, mark in enumerate(marks):
            place, top = axis.place(mark.first), tops[hung[at]]
            shapes.append(Stroke(((place, line), (place, top + 2)), colours[1], 0.5))
            labels += _labels(mark, place, top)
        shapes += [_shape(mark, axis, line, bars.get(mark), colours[0]) for mark in marks]
        return Figure(shapes, labels, width, tops[-1], element, lower)


def _bar_rows(marks: Sequence[_Mark]) -> dict[_Mark, int]:
    """Gives each bar a row above the line, so that none covers another."""
    rows: dict[_Mark, int] = {}
    ends: list[int] = []
    for mark in marks:
        if mark.extent != "day":
            row = next((row for row, end in enumerate(ends) if end <= mark.first), len(ends))
            ends[row : row + 1] = [mark.last]
            rows[mark] = row
    return rows


def _lane_tops(marks: Sequence[_Mark], hung: Sequence[int], top: float) -> list[float]:
    """Returns the top of each lane, and the bottom of the last one."""
    tops = [top]
    for lane in range(max(hung) + 1):
        tops.append(
            tops[-1] + 3 + max(mark.height for mark, own in zip(marks, hung, strict=True) if own == lane)
        )
    return tops


def _line(axis: TimeAxis, height: float, colour: Colour) -> Iterator[Stroke]:
    """Draws the line, with two strokes across where time is shortened."""
    start = axis.places[0]
    for left, right in axis.breaks:
        middle = (left + right) / 2
        yield Stroke(((start, height), (middle - 2, height)), colour, 1.0)
        for place in (middle - 2, middle + 2):
            yield Stroke(((place - 1.5, height + 3.5), (place + 1.5, height - 3.5)), colour, 0.8)
        start = middle + 2
    yield Stroke(((start, height), (axis.places[-1], height)), colour, 1.0)


def _labels(mark: _Mark, left: float, top: float) -> Iterator[Label]:
    for text in mark.words:
        yield Label(left, top, text)
        top += text.height


def _shape(mark: _Mark, axis: TimeAxis, line: float, row: int | None, colour: Colour) -> Shape:
    """Draws a dot for a day, hollow if only something was said; a bar for more days, hollow for one unknown of them."""
    left = axis.place(mark.first)
    if row is None:
        return Dot((left, line), RADIUS, colour, colour if mark.event else WHITE)
    right = max(axis.place(mark.last), left + BAR)
    top = line - BAR - CLEAR - row * BARS
    return box((left, top), (right, top + BAR), colour, colour if mark.extent == "throughout" else WHITE)
