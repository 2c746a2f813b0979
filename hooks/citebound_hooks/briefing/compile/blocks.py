"""From blocks of markup to items that flow down the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from citebound_hooks.briefing.compile.chain import ChainSetter
from citebound_hooks.briefing.compile.frame import Frame
from citebound_hooks.briefing.compile.tables import TableSetter, list_items
from citebound_hooks.briefing.compile.texts import Typesetter, moved_fact
from citebound_hooks.briefing.compile.timeline import TimelineSetter
from citebound_hooks.briefing.setting.blocks import Cell, Stack
from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.figure import Figure
from citebound_hooks.briefing.setting.flow import Item, Panel
from citebound_hooks.briefing.setting.text import Bookmark, Text
from citebound_hooks.briefing.template.style import PanelStyle, SectionStyle, Style

if TYPE_CHECKING:
    from lxml.etree import _Element

S = TypeVar("S")


class BlockReader:
    """Reads blocks into items.

    Attributes:
        moved: What the body could not hold, by the name of its place in the annex; set before the annex is read.
    """

    def __init__(self, setter: Typesetter, style: Style) -> None:
        self._setter, self._style = setter, style
        self.moved: Mapping[str, list[Item]] = {}
        self._readers: dict[str, Callable[[_Element, Frame], Iterable[Item]]] = {
            "section": self._section, "heading": self._heading, "paragraph": self._paragraph, "list": self._list,
            "table": self._table, "panel": self._panel, "cut": self._cut, "overflow": self._overflow,
            "timeline": self._timeline, "chain": self._chain,
        }  # fmt: skip

    def blocks(self, node: _Element, frame: Frame) -> Iterator[Item]:
        """Yields the items of all blocks in a node."""
        for child in node:
            yield from self._readers[str(child.tag)](child, frame)

    def _section(self, node: _Element, frame: Frame) -> Iterator[Item]:
        style = self._style.sections.get(str(node.get("kind")), SectionStyle())
        inner = replace(frame, parent=Element("Sect", frame.parent))
        items = iter(self.blocks(node, inner))
        first = next(items, None)
        if first is None:
            return
        if style.heading == "side" and isinstance(first.block, Text) and first.keep:
            second = next(items, None)
            first = replace(second, side=self._margin_label(node, inner)) if second else first
        rule = (style.rule, self._setter.types.colour("rule")) if style.rule else None
        yield replace(first, before=style.before, rule=rule, rule_width=frame.full_width)
        yield from items

    def _margin_label(self, node: _Element, frame: Frame) -> Text:
        """Sets a section's heading again, for the narrow margin column."""
        return self._heading_text(node[0], frame, self._style.page.label)

    def _heading(self, node: _Element, frame: Frame) -> Iterator[Item]:
        left, width = frame.column("full")
        measures = self._setter.types.style_of(str(node.get("role")))
        yield Item(
            self._heading_text(node, frame, width), left, measures.before, measures.after, keep=True,
            panel=frame.panel, opens=node.get("opens") is not None,
        )  # fmt: skip

    def _heading_text(self, node: _Element, frame: Frame, width: float) -> Text:
        level = int(str(node.get("level")))
        text = self._setter.text(node, str(node.get("role")), width, Element(f"H{level}", frame.parent))
        if node.get("outline") and node.get("id"):
            mark = Bookmark(str(node.get("outline")), min(level, 3) - 1, str(node.get("id")))
            text = replace(text, bookmark=mark, anchors=())
        return text

    def _paragraph(self, node: _Element, frame: Frame) -> Iterator[Item]:
        role = str(node.get("role"))
        measures = self._setter.types.style_of(role)
        left, width = frame.column(measures.place)
        text = self._setter.text(node, role, width, Element("P", frame.parent))
        if text.lines:
            yield Item(
                text, left + measures.indent, measures.before, measures.after, panel=frame.panel,
                elastic=node.get("elastic"),
            )  # fmt: skip

    def _list(self, node: _Element, frame: Frame) -> Iterator[Item]:
        style = self._styled(self._style.lists, node)
        yield from list_items(self._setter, node, style, frame)

    def _table(self, node: _Element, frame: Frame) -> Iterator[Item]:
        yield from TableSetter(self._setter, self._styled(self._style.tables, node), frame).items(node)

    def _timeline(self, node: _Element, frame: Frame) -> Iterator[Item]:
        yield TimelineSetter(self._setter, self._styled(self._style.timelines, node), frame).item(node)

    def _chain(self, node: _Element, frame: Frame) -> Iterator[Item]:
        yield ChainSetter(self._setter, self._styled(self._style.chains, node), frame).item(node)

    def _panel(self, node: _Element, frame: Frame) -> Iterator[Item]:
        style: PanelStyle = self._styled(self._style.panels, node)
        left, width = frame.column(style.place)
        colour = self._setter.types.colour
        panel = Panel(
            left - style.inset, width + 2 * style.inset, colour(style.tint) if style.tint else None,
            (style.bar, colour(style.colour)) if style.bar else None, style.padding,
        )  # fmt: skip
        inner = replace(frame, parent=Element("Sect", frame.parent), panel=panel)
        items = list(self.blocks(node, inner))
        if items:
            items[0] = replace(items[0], before=style.before)
        yield from items

    def _cut(self, node: _Element, frame: Frame) -> Iterator[Item]:
        name = str(node.get("of"))

        def remake(count: int) -> Item:
            self._setter.facts.update(moved_fact(name, count))
            return next(iter(self._paragraph(node, frame)))

        yield replace(remake(0), remake=remake, elastic=name)

    def _overflow(self, node: _Element, frame: Frame) -> Iterator[Item]:
        items = self.moved.get(str(node.get("of")), [])
        if not items:
            return
        self._setter.facts.update(moved_fact(str(node.get("of")), counted(items)))
        yield from self.blocks(node, frame)
        yield from rehoused(items, frame)

    def _styled(self, styles: Mapping[str, S], node: _Element) -> S:
        kind = str(node.get("kind"))
        if kind not in styles:
            raise self._setter.error(node, f"the style has no {node.tag} of kind {kind!r}")
        return styles[kind]


def counted(items: list[Item]) -> int:
    """Counts what was moved: rows and items, or the words of a paragraph."""
    if len(items) == 1 and isinstance(items[0].block, Text):
        pieces = (piece for line in items[0].block.lines for piece in line.pieces)
        return sum(piece.sort.blank > 0 for piece in pieces) or 1
    return len(items) + sum(item.rest.number for item in items if item.rest)


def rehoused(items: list[Item], frame: Frame) -> Iterator[Item]:
    """Gives moved items their place in the annex: a table or list of their own, with the head repeated."""
    first = items[0]
    outer = first.block.element.parent
    whole = Element(outer.tag, frame.parent, numbering=outer.numbering) if outer else frame.parent
    if first.head:
        row = Element("TR", whole)
        head = replace(first.head, element=row, cells=[_again(cell, row) for cell in first.head.cells])
        yield Item(head, first.left, keep=True)
    for item in _all(items):
        if isinstance(item.block, Text):
            yield replace(
                item, block=replace(item.block, element=Element("P", frame.parent), inlines={}), elastic=None
            )
            continue
        if isinstance(item.block, Figure):
            item.block.move_to(frame.parent)
        else:
            item.block.element.parent = whole
        yield replace(item, panel=frame.panel, elastic=None)


def _all(items: list[Item]) -> Iterator[Item]:
    for item in items:
        yield replace(item, rest=None)
        if item.rest:
            yield from item.rest.items


def _again(cell: Cell, row: Element) -> Cell:
    """Returns a head's cell as it stands once more over another table."""
    element = Element("TH", row, scope="Column")
    blocks = []
    for space, block in cell.stack.blocks:
        inner = element if block.element is cell.element else Element("P", element)
        blocks.append((space, replace(block, element=inner, inlines={})))
    return replace(cell, element=element, stack=Stack(blocks))
