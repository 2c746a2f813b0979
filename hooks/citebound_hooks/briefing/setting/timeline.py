"""The drawing of a timeline: marks on a line with labels that hang below it, or a row for each date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from citebound_hooks.briefing.setting.drawing import Colour, Dot, Place, Shape, Stroke, box
from citebound_hooks.briefing.setting.figure import Label
from citebound_hooks.briefing.setting.text import Text
from citebound_hooks.briefing.setting.time_axis import TimeAxis, lanes

WHITE = (1.0, 1.0, 1.0)
RADIUS = 2.6
BAR, BARS = 4.0, 6.5  # height of a bar, and distance of two above one another
CLEAR = 4.5  # between the line and the lowest bar
DROP = 9.0  # from the line to the first label
GAP = 8.0  # between labels
DEEPEST = 3  # lanes of labels below one line
BETWEEN = 1.5  # rows
FOOT = 8.0  # between the last row and the line


class Inks(NamedTuple):
    """The colours of marks, and of the line with its threads."""

    mark: Colour
    line: Colour


@dataclass(slots=True, eq=False)
class Mark:
    """A date: its first day, the day after its last, and its label."""

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

    def shape(self, axis: TimeAxis, start: float, line: float, inks: Inks) -> Shape:
        """Draws a dot for a day, hollow if only something was said; a bar for more, hollow for one unknown of them."""
        left = start + axis.place(self.first)
        if self.extent == "day":
            return Dot((left, line), RADIUS, inks.mark, inks.mark if self.event else WHITE)
        right = max(start + axis.place(self.last), left + BAR)
        filling = inks.mark if self.extent == "throughout" else WHITE
        return box((left, line - BAR / 2), (right, line + BAR / 2), inks.mark, filling)


@dataclass(slots=True)
class Drawing:
    """Shapes and words under way."""

    height: float = 0.0
    shapes: list[Shape] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    def say(self, words: Sequence[Text], place: Place) -> None:
        """Sets words under one another."""
        left, top = place
        for text in words:
            self.labels.append(Label(left, top, text))
            top += text.height


def hung(marks: Sequence[Mark], axis: TimeAxis, inks: Inks) -> Drawing | None:
    """Draws marks on a line, and labels that hang below it; None if they would hang too deep."""
    depths = lanes([(axis.place(mark.first), mark.width) for mark in marks], GAP)
    if max(depths) >= DEEPEST:
        return None
    bars = _bar_rows(marks)
    line = max(bars.values(), default=-1) * BARS + (BARS + BAR + CLEAR if bars else RADIUS + 1)
    tops = _lane_tops(marks, depths, line + DROP)
    drawing = Drawing(tops[-1], [*_line(axis, 0.0, line, inks.line)])
    for mark, depth in zip(marks, depths, strict=True):
        place = axis.place(mark.first)
        drawing.shapes.append(Stroke(((place, line), (place, tops[depth] + 2)), inks.line, 0.5))
        drawing.say(mark.words, (place, tops[depth]))
    for mark in marks:
        height = line - CLEAR - BAR / 2 - bars[mark] * BARS if mark in bars else line
        drawing.shapes.append(mark.shape(axis, 0.0, height, inks))
    return drawing


def in_rows(marks: Sequence[Mark], axis: TimeAxis, inks: Inks, columns: tuple[float, float]) -> Drawing:
    """Draws a row for each date: when, what, and the mark at its place; the line is below."""
    drawing = Drawing()
    what, start = columns  # where the words of what there was begin, and where the line
    for mark in marks:
        date, others = mark.words[:1], mark.words[1:]
        height = max((sum(text.height for text in texts) for texts in (date, others)), default=0.0)
        middle = drawing.height + (date[0].first_base - 0.3 * date[0].leading if date else height / 2)
        drawing.say(date, (0.0, drawing.height))
        drawing.say(others, (what, drawing.height))
        drawing.shapes.append(Stroke(((start, middle), (start + axis.places[-1], middle)), inks.line, 0.3))
        drawing.shapes.append(mark.shape(axis, start, middle, inks))
        drawing.height += height + BETWEEN
    drawing.height += FOOT
    drawing.shapes += _line(axis, start, drawing.height - FOOT / 2, inks.line)
    return drawing


def _bar_rows(marks: Sequence[Mark]) -> dict[Mark, int]:
    """Gives each bar a row above the line, so that none covers another."""
    rows: dict[Mark, int] = {}
    ends: list[int] = []
    for mark in marks:
        if mark.extent != "day":
            row = next((row for row, end in enumerate(ends) if end <= mark.first), len(ends))
            ends[row : row + 1] = [mark.last]
            rows[mark] = row
    return rows


def _lane_tops(marks: Sequence[Mark], depths: Sequence[int], top: float) -> list[float]:
    """Returns the top of each lane, and the bottom of the last one."""
    tops = [top]
    for lane in range(max(depths) + 1):
        heights = [mark.height for mark, own in zip(marks, depths, strict=True) if own == lane]
        tops.append(tops[-1] + 3 + max(heights))
    return tops


def _line(axis: TimeAxis, start: float, height: float, colour: Colour) -> Iterator[Stroke]:
    """Draws the line, with two strokes across where time is shortened."""
    left = start
    for place in axis.breaks:
        middle = start + sum(place) / 2
        yield Stroke(((left, height), (middle - 2, height)), colour, 1.0)
        for across in (middle - 2, middle + 2):
            yield Stroke(((across - 1.5, height + 3.5), (across + 1.5, height - 3.5)), colour, 0.8)
        left = middle + 2
    yield Stroke(((left, height), (start + axis.places[-1], height)), colour, 1.0)
