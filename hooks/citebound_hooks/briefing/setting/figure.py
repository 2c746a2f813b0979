"""A figure: a drawing with words in it, what it shows in words, and notes below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citebound_hooks.briefing.setting.drawing import Shape
from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.pen import Pen
from citebound_hooks.briefing.setting.text import Text


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a drawing, and their upper left corner in it."""

    left: float
    top: float
    text: Text


@dataclass(slots=True, eq=False)
class Figure:
    """A drawing that is never split.

    Attributes:
        drawn: The height of the drawing alone, without its notes.
        element: The figure, which says in words what it shows.
        notes: Paragraphs below it, each with the space before it.
    """

    shapes: Sequence[Shape]
    labels: Sequence[Label]
    width: float
    drawn: float
    element: Element
    notes: Sequence[tuple[float, Text]] = ()

    @property
    def height(self) -> float:
        """In points."""
        return self.drawn + sum(space + note.height for space, note in self.notes)

    @property
    def first_base(self) -> float:
        """Distance of its first base line from its top."""
        return min((label.top + label.text.first_base for label in self.labels), default=0.0)

    def split(self, room: float) -> None:
        """Stays whole."""

    def move_to(self, parent: Element) -> None:
        """Makes it a part of another place of the document."""
        for element in (self.element, *(note.element for _, note in self.notes)):
            element.parent = parent

    def paint(self, pen: Pen, left: float, top: float, *, artifact: bool = False) -> None:
        """Paints the drawing, its words, and the notes."""
        pen.figure(self.shapes, left, top, (self.width, self.drawn), self.element)
        for label in self.labels:
            label.text.paint(pen, left + label.left, top + label.top)
        top += self.drawn
        for space, note in self.notes:
            note.paint(pen, left, top + space)
            top += space + note.height
