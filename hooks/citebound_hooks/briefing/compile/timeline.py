"""Timelines: dates on a line, each as exact as it is known, with labels that hang below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from citebound_hooks.briefing.compile.figures import as_item, caption, stacked_words
from citebound_hooks.briefing.compile.frame import Frame
from citebound_hooks.briefing.compile.texts import Typesetter
from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.figure import Figure
from citebound_hooks.briefing.setting.flow import Item
from citebound_hooks.briefing.setting.time_axis import TimeAxis, time_axis
from citebound_hooks.briefing.setting.timeline import Inks, Mark, hung, in_rows
from citebound_hooks.briefing.template.style import TimelineStyle

if TYPE_CHECKING:
    from lxml.etree import _Element

END = 8.0  # between the last date and the edge
CLOSE = 11.0  # the least distance of two dates that have a row each


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
        colours = Inks(self.setter.types.colour(self.style.colour), self.setter.types.colour(self.style.line))
        axis = self._axis(marks, width - self.style.label, self.style.apart)
        drawing = hung(marks, axis, colours)
        if drawing is None:
            what, start = self.style.column, 2 * self.style.column
            axis = self._axis(marks, width - start - END, CLOSE)
            drawing = in_rows(marks, axis, colours, (what, start))
        lower = caption(self.setter, node, width, self.frame, *(["shortened"] if axis.breaks else []))
        figure = Figure(drawing.shapes, drawing.labels, width, drawing.height, element, lower)
        return as_item(self.setter, node, figure, self.frame, left, (self.style.before, self.style.after))

    def _marks(self, node: _Element, element: Element) -> Iterator[Mark]:
        for child in node.iter("moment"):
            first, last = (date.fromisoformat(str(child.get(end))).toordinal() for end in ("first", "last"))
            words = stacked_words(self.setter, child, self.style.label, 2, element)
            yield Mark(first, last + 1, str(child.get("extent")), child.get("what") == "event", words)

    def _axis(self, marks: Sequence[Mark], width: float, apart: float) -> TimeAxis:
        """Lays out the first days, and the ends of bars too if there is room for them."""
        starts, ends = {mark.first for mark in marks}, {mark.last for mark in marks if mark.extent != "day"}
        days = starts | ends
        if len(days) > width / apart:
            days = starts | {max(days)}
        return time_axis(sorted(days if len(days) > 1 else days | {max(days) + 1}), width, apart)
