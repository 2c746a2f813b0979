"""Blocks: paragraphs, figures and rows of cells, laid out for a given width, ready to be split and painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citebound_hooks.briefing.setting.drawing import Colour
from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.figure import Figure
from citebound_hooks.briefing.setting.pen import Pen
from citebound_hooks.briefing.setting.text import FEWEST, Text


@dataclass(slots=True, eq=False)
class Stack:
    """Blocks under one another, as they stand in a cell; each with the space before it."""

    blocks: list[tuple[float, Text]]

    @property
    def height(self) -> float:
        """In points."""
        height = 0.0
        for space, block in self.blocks:
            height += space + block.height
        return height

    @property
    def first_base(self) -> float:
        """Distance of its first base line from its top."""
        return self.blocks[0][0] + self.blocks[0][1].first_base if self.blocks else 0.0

    def part(self, room: float) -> tuple[Stack, Stack]:
        """Returns what fits and the rest; either may be empty."""
        head: list[tuple[float, Text]] = []
        for at, (space, block) in enumerate(self.blocks):
            left = room - sum(space + block.height for space, block in head) - space
            if block.height <= left + 1e-6:
                head.append((space, block))
                continue
            parts = block.split(left)
            rest = self.blocks[at + 1 :]
            if parts is None:
                return Stack(head), Stack([(0.0, block), *rest])
            return Stack([*head, (space, parts[0])]), Stack([(0.0, parts[1]), *rest])
        return Stack(head), Stack([])


@dataclass(slots=True, eq=False)
class Cell:
    """A cell of a row: distance from the row's left end, what stands there, and what it is."""

    left: float
    stack: Stack
    element: Element


@dataclass(slots=True, eq=False)
class Row:
    """Cells side by side: a table's row, or a list's item with its label.

    Attributes:
        element: What it is.
        padding: Above and below the cells.
        rule: Thickness and colour of the line under it, if any.
        tint: The background, if any.
    """

    cells: Sequence[Cell]
    width: float
    element: Element
    padding: float = 3.0
    rule: tuple[float, Colour] | None = None
    tint: Colour | None = None
    anchors: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """In points."""
        return 2 * self.padding + max((cell.stack.height for cell in self.cells), default=0.0)

    @property
    def first_base(self) -> float:
        """Distance of its first base line from its top."""
        return self.padding + max((cell.stack.first_base for cell in self.cells), default=0.0)

    def split(self, room: float) -> tuple[Row, Row] | None:
        """Parts each cell at the same height."""
        parts = [(cell, *cell.stack.part(room - 2 * self.padding)) for cell in self.cells]
        if any(cell.stack.blocks and not head.blocks for cell, head, _ in parts):
            return None
        if sum(len(block.lines) for _, _, tail in parts for _, block in tail.blocks) < FEWEST:
            return None
        above = replace(self, cells=[replace(cell, stack=head) for cell, head, _ in parts], rule=None)
        return above, replace(self, cells=[replace(cell, stack=tail) for cell, _, tail in parts], anchors=())

    def paint(self, pen: Pen, left: float, top: float, *, artifact: bool = False) -> None:
        """Paints background, cells and rule."""
        if self.tint:
            pen.tint(left, top, self.width, self.height, self.tint)
        if not artifact:
            for name in self.anchors:
                pen.anchor(name, top)
        base = top + self.first_base
        for cell in self.cells:
            if not artifact:
                cell.element.join()
            at = base - cell.stack.first_base
            for space, block in cell.stack.blocks:
                block.paint(pen, left + cell.left, at + space, artifact=artifact)
                at += space + block.height
        if self.rule:
            pen.rule(left, top + self.height, left + self.width, *self.rule)


Block = Text | Row | Figure
