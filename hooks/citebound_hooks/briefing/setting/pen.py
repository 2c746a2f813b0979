"""What blocks need to be painted: the surface that the PDF writer implements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from citebound_hooks.briefing.setting.drawing import Colour, Shape
from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.lines import Line
from citebound_hooks.briefing.setting.runs import Inline

ElementOf = Callable[[Inline | None], Element | None]


class Pen(Protocol):
    """A page under way. Places are in points from its upper left corner."""

    def words(self, line: Line, left: float, base: float, element_of: ElementOf) -> None:
        """Sets a line of words on a base line; words without an element are artifacts."""

    def rule(self, left: float, top: float, right: float, thickness: float, colour: Colour) -> None:
        """Draws a horizontal rule; always an artifact."""

    def tint(self, left: float, top: float, width: float, height: float, colour: Colour) -> None:
        """Fills a rectangle behind the words; always an artifact."""

    def figure(
        self, shapes: Sequence[Shape], left: float, top: float, size: tuple[float, float], element: Element
    ) -> None:
        """Draws the shapes of a figure behind its words, which follow."""

    def anchor(self, name: str, top: float) -> None:
        """Names this height of the page, for links to lead to."""

    def outline(self, title: str, level: int, anchor: str) -> None:
        """Adds an entry to the document outline that leads to the anchor."""
