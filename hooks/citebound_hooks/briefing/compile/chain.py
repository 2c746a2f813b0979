"""Attribution chains: parties in the columns of their stages, and arrows from each to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from citebound_hooks.briefing.compile.figures import as_item, caption, stacked_words
from citebound_hooks.briefing.compile.frame import Frame
from citebound_hooks.briefing.compile.texts import Typesetter
from citebound_hooks.briefing.setting.drawing import Shape, Stroke, arrow
from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.figure import Figure, Label
from citebound_hooks.briefing.setting.flow import Item
from citebound_hooks.briefing.setting.text import Text
from citebound_hooks.briefing.template.style import ChainStyle

if TYPE_CHECKING:
    from lxml.etree import _Element

AIR = 4.0  # between words and the arrows at both sides
MIDDLE = 0.3  # of the type size: how far an arrow stands above the base line


@dataclass(slots=True, eq=False)
class _Party:
    """A party: the words in its column."""

    left: float
    words: Sequence[Text]

    @property
    def height(self) -> float:
        """Of the words."""
        return sum(text.height for text in self.words)

    @property
    def axis(self) -> float:
        """The height of its arrows, from its top."""
        return self.words[0].first_base - MIDDLE * self.words[0].leading if self.words else 0.0

    @property
    def right(self) -> float:
        """Where its first line ends."""
        return self.left + (self.words[0].lines[0].width if self.words else 0.0) + AIR

    def labels(self, top: float) -> Iterator[Label]:
        """Yields the words at their places."""
        for text in self.words:
            yield Label(self.left, top, text)
            top += text.height


@dataclass(slots=True)
class ChainSetter:
    """Sets one attribution chain of the markup."""

    setter: Typesetter
    style: ChainStyle
    frame: Frame

    def item(self, node: _Element) -> Item:
        """Returns the figure, ready to flow; in words only if it would not fit on a page."""
        left, width = self.frame.column(self.style.place)
        element = Element("Figure", self.frame.parent, alternative=str(node.get("alt")))
        columns = self._columns(node, width)
        heads = [
            self._party(stage, columns[str(stage.get("name"))], element)
            for stage in node.iterchildren("stage")
        ]
        routes = [self._parties(route, columns, element) for route in node.iterchildren("route")]
        (end,) = (self._parties(child, columns, element) for child in node.iterchildren("end"))
        drawing = _Drawing(self.setter.types.colour(self.style.colour), self.style.gap)
        drawing.heads(heads)
        drawing.routes(routes, self.style.between)
        drawing.end(end)
        lower = caption(self.setter, node, width, self.frame)
        figure = Figure(drawing.shapes, drawing.labels, width, drawing.bottom, element, lower)
        return as_item(self.setter, node, figure, self.frame, left, (self.style.before, self.style.after))

    def _columns(self, node: _Element, width: float) -> dict[str, tuple[float, float]]:
        """Returns left end and width of each stage's column."""
        names = [str(stage.get("name")) for stage in node.iterchildren("stage")]
        gap, others = self.style.gap, max(len(names) - 1, 1)
        first = min(self.style.first, width / len(names))
        rest = (width - first) / others
        return {name: (first + (at - 1) * rest + gap if at else 0.0, rest - gap if at else first)
                for at, name in enumerate(names)}  # fmt: skip

    def _parties(
        self, node: _Element, columns: dict[str, tuple[float, float]], element: Element
    ) -> list[_Party]:
        found = []
        for child in node:
            stage = str(child.get("stage"))
            if stage not in columns:
                raise self.setter.error(child, f"the chain has no stage {stage!r}")
            found.append(self._party(child, columns[stage], element))
        return found

    def _party(self, node: _Element, column: tuple[float, float], element: Element) -> _Party:
        left, width = column
        return _Party(left, stacked_words(self.setter, node, width, self.style.lines, element))


class _Drawing:
    """The shapes and words of a chain, from top to bottom."""

    def __init__(self, colour: tuple[float, float, float], gap: float) -> None:
        self._colour, self._gap = colour, gap
        self._ways: list[tuple[float, float]] = []
        self.shapes: list[Shape] = []
        self.labels: list[Label] = []
        self.bottom = 0.0

    def heads(self, stages: Sequence[_Party]) -> None:
        """Sets the names of the stages."""
        for stage in stages:
            self.labels += stage.labels(0.0)
        self.bottom = max((stage.height for stage in stages), default=0.0) + AIR

    def routes(self, routes: Sequence[Sequence[_Party]], between: float) -> None:
        """Draws each route under the one before."""
        for at, parties in enumerate(routes):
            top = self.bottom + (between if at else 0.0)
            axis = max(party.axis for party in parties)
            for party in parties:
                self.labels += party.labels(top + axis - party.axis)
            for one, following in pairwise(parties):
                self.shapes += arrow((one.right, top + axis), following.left - AIR, self._colour)
            self._ways.append((parties[-1].right, top + axis))
            self.bottom = top + max(axis - party.axis + party.height for party in parties)

    def end(self, parties: Sequence[_Party]) -> None:
        """Draws the parties that all routes lead to, half-way down, and the lines that meet before them."""
        first, last = self._ways[0][1], self._ways[-1][1]
        height, meeting = (first + last) / 2, parties[0].left - AIR - self._gap / 2
        for right, axis in self._ways:
            self.shapes.append(Stroke(((right, axis), (meeting, axis)), self._colour))
        self.shapes.append(Stroke(((meeting, first), (meeting, last)), self._colour))
        self.shapes += arrow((meeting, height), parties[0].left - AIR, self._colour)
        for party in parties:
            top = max(height - party.axis, 0.0)
            self.labels += party.labels(top)
            self.bottom = max(self.bottom, top + party.height)
        for one, following in pairwise(parties):
            self.shapes += arrow((one.right, height), following.left - AIR, self._colour)
