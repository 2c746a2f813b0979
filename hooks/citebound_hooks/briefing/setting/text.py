"""A paragraph in lines, ready to be split and painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.lines import Line
from citebound_hooks.briefing.setting.pen import Pen
from citebound_hooks.briefing.setting.runs import Inline

DESCENT = 0.29  # of the leading, below the base line
FEWEST = 2  # lines of a paragraph that may stand alone at the end or the head of a page


@dataclass(frozen=True, slots=True, eq=False)
class Bookmark:
    """An entry of the document outline, and the anchor that it leads to."""

    title: str
    level: int
    anchor: str


@dataclass(slots=True, eq=False)
class Text:
    """A paragraph in lines.

    Attributes:
        element: What it is.
        align: `left` or `right`, seen from the paragraph's own direction, or `center`.
        inlines: The elements of the stretches inside it, made when first painted.
    """

    lines: Sequence[Line]
    width: float
    leading: float
    element: Element
    align: str = "left"
    anchors: tuple[str, ...] = ()
    bookmark: Bookmark | None = None
    inlines: dict[Inline, Element] = field(default_factory=dict)

    @property
    def height(self) -> float:
        """In points."""
        return len(self.lines) * self.leading

    @property
    def first_base(self) -> float:
        """Distance of its first base line from its top."""
        return self.leading * (1 - DESCENT)

    def split(self, room: float) -> tuple[Text, Text] | None:
        """Parts it between lines, leaving at least two on either side."""
        fitting = min(int(room / self.leading + 1e-6), len(self.lines) - FEWEST)
        return self.part(fitting) if fitting >= FEWEST else None

    def part(self, count: int) -> tuple[Text, Text]:
        """Parts it after so many lines."""
        tail = replace(self, lines=self.lines[count:], anchors=(), bookmark=None)
        return replace(self, lines=self.lines[:count]), tail

    def paint(self, pen: Pen, left: float, top: float, *, artifact: bool = False) -> None:
        """Paints the lines."""
        if not artifact:
            self._announce(pen, top)
            self._note_order()
        base = top + self.first_base
        for line in self.lines:
            pen.words(line, left + self._indent(line), base, self._no_element if artifact else self._element)
            base += self.leading

    def _note_order(self) -> None:
        """Tells the elements their words in the order of reading, if lines are set in another one."""
        if any(line.order for line in self.lines):
            for piece in (piece for line in self.lines for piece in line.pieces):
                self._element(piece.run.inline).logical += piece.sort.instead_of or piece.sort.shaped.text

    def _announce(self, pen: Pen, top: float) -> None:
        for name in self.anchors:
            pen.anchor(name, top)
        if self.bookmark:
            pen.anchor(self.bookmark.anchor, top)
            pen.outline(self.bookmark.title, self.bookmark.level, self.bookmark.anchor)

    def _indent(self, line: Line) -> float:
        if self.align == "center":
            return (self.width - line.width) / 2
        to_the_right = (self.align == "right") != bool(line.level)
        return self.width - line.width if to_the_right else 0.0

    def _element(self, inline: Inline | None) -> Element:
        if inline is None:
            return self.element
        if inline not in self.inlines:
            outer = self._element(inline.outer)
            self.inlines[inline] = Element(inline.tag, outer, language=inline.language)
        return self.inlines[inline]

    def _no_element(self, inline: Inline | None) -> None:
        return None
