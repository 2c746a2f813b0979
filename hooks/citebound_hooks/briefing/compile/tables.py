"""Tables and lists: rows of cells on the columns of the style."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from citebound_hooks.briefing.compile.frame import Frame
from citebound_hooks.briefing.compile.texts import Typesetter
from citebound_hooks.briefing.setting.blocks import Cell, Row, Stack
from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.flow import Item, Rest
from citebound_hooks.briefing.setting.runs import Run
from citebound_hooks.briefing.setting.text import Text
from citebound_hooks.briefing.template.style import ListStyle, TableStyle

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(slots=True)
class TableSetter:
    """Sets one table of the markup."""

    setter: Typesetter
    style: TableStyle
    frame: Frame

    def items(self, node: _Element) -> Iterator[Item]:
        """Yields the head and the rows, ready to flow."""
        table = Element("Table", self.frame.parent)
        left, _ = self.frame.column(self.style.place)
        head = None
        for child in node:
            if child.tag == "head":
                head = self._row(child, table, head=True)
                yield Item(head, left, keep=True, panel=self.frame.panel)
        elastic, height = node.get("elastic"), 0.0
        nodes = deque(node.iterchildren("row"))
        rows = self._rows(nodes, table)
        for row in rows:
            item = Item(row, left, panel=self.frame.panel, head=head, elastic=elastic)
            height += item.height
            if elastic and height > self.frame.height and nodes:
                others = (replace(item, block=other) for other in rows)
                yield replace(item, rest=Rest(len(nodes), others))
                return
            yield item

    def _rows(self, nodes: deque[_Element], table: Element) -> Iterator[Row]:
        """Takes rows away one by one, and sets each."""
        while nodes:
            node = nodes.popleft()
            row = self._row(node, table)
            node.clear()  # the markup of many pages is as large as they are
            yield row

    def _row(self, node: _Element, table: Element, *, head: bool = False) -> Row:
        row = Element("TR", table)
        cells = list(node)
        if len(cells) > len(self.style.columns):
            raise self.setter.error(
                node, f"{len(cells)} cells, but the style has {len(self.style.columns)} columns"
            )
        left, placed = 0.0, []
        for cell, width in zip(cells, self.style.columns, strict=False):
            scope = "Column" if head else "Row" if cell.get("heads") else None
            element = Element("TH" if scope else "TD", row, scope=scope)
            placed.append(Cell(left, self._stack(cell, width, element), element))
            left += width + self.style.gap
        thickness = self.style.head_rule if head else self.style.rule
        colour = self.setter.types.colour("ink" if head else "rule")
        rule = (thickness, colour) if thickness else None
        anchors = (str(node.get("id")),) if node.get("id") else ()
        return Row(placed, left - self.style.gap, row, self.style.padding, rule, anchors=anchors)

    def _stack(self, cell: _Element, width: float, element: Element) -> Stack:
        return paragraphs(self.setter, cell, width, element)


def paragraphs(setter: Typesetter, cell: _Element, width: float, element: Element) -> Stack:
    """Sets the paragraphs of a cell or an item under one another; a single one is the cell itself."""
    blocks: list[tuple[float, Text]] = []
    for node in cell:
        role = str(node.get("role"))
        text = setter.text(node, role, width, element if len(cell) == 1 else Element("P", element))
        if text.lines:
            blocks.append((setter.types.style_of(role).before if blocks else 0.0, text))
    return Stack(blocks)


def list_items(setter: Typesetter, node: _Element, style: ListStyle, frame: Frame) -> Iterator[Item]:
    """Yields the items of a list, labels hung in the indent."""
    whole = Element("L", frame.parent, numbering="Disc" if style.bullet else "Decimal")
    for number, child in enumerate(node, 1):
        words = str(child.get("label") or style.bullet or f"{number}.")
        item = Element("LI", whole)
        cells = list(_label_and_body(setter, child, style, words, item, frame.width))
        anchors = (str(child.get("id")),) if child.get("id") else ()
        child.clear()
        yield Item(
            Row(cells, frame.width, item, 0.0, anchors=anchors), frame.left, before=style.between,
            panel=frame.panel, elastic=node.get("elastic"),
        )  # fmt: skip


def _label_and_body(  # noqa: PLR0917 - what a list hands to its item
    setter: Typesetter, node: _Element, style: ListStyle, words: str, item: Element, width: float
) -> Iterator[Cell]:
    label, body = Element("Lbl", item), Element("LBody", item)
    yield Cell(0.0, _label(setter, words, style, label), label)
    yield Cell(style.indent, paragraphs(setter, node, width - style.indent, body), body)


def _label(setter: Typesetter, words: str, style: ListStyle, element: Element) -> Stack:
    type_ = setter.types.role("list-label")
    lines = setter.lines([Run(words, type_)], style.indent)
    return Stack([(0.0, Text(lines, style.indent, type_.leading, element))])
