"""Blocks: headings, paragraphs, lists, tables, figures and panels, in the order of the markup."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from citebound_hooks.briefing.docx.figures import chain, timeline
from citebound_hooks.briefing.docx.paragraphs import Paragraphs, Place
from citebound_hooks.briefing.docx.tables import table
from citebound_hooks.briefing.template.style import ListStyle, PanelStyle

if TYPE_CHECKING:
    from lxml.etree import _Element

INDENT = 12.0
"""Of the text of a list whose style says none, in points."""


class BlockWriter:
    """Writes blocks.

    Args:
        paragraphs: Writes those.
        tables: The id of the style of tables.
        bullet: The number of the list that has bullets.

    Attributes:
        written: What writes each kind of block.
    """

    def __init__(self, paragraphs: Paragraphs, tables: str, bullet: str) -> None:
        self._paragraphs, self._tables, self._bullet = paragraphs, tables, bullet
        self.written: Mapping[str, Callable[[_Element, Place], Iterator[_Element]]] = {
            "section": self.blocks, "heading": self._heading, "paragraph": paragraphs.paragraph,
            "list": self._list, "table": self._table, "panel": self._panel, "timeline": self._timeline,
            "chain": self._chain,
        }  # fmt: skip

    def blocks(self, node: _Element, place: Place = Place()) -> Iterator[_Element]:  # noqa: B008 - frozen
        """Yields all blocks in a node."""
        for child in node:
            yield from self.written[str(child.tag)](child, place)

    def _heading(self, node: _Element, place: Place) -> Iterator[_Element]:
        opens = node.get("opens") is not None
        level = int(str(node.get("level")))
        yield from self._paragraphs.paragraph(node, replace(place, opens=opens), level)

    def _list(self, node: _Element, place: Place) -> Iterator[_Element]:
        style = self._paragraphs.style.lists.get(str(node.get("kind")), ListStyle())
        then = replace(place, indent=place.indent + (style.indent or INDENT))
        for number, item in enumerate(node, 1):
            bulleted = bool(style.bullet) and not item.get("label")
            first = replace(
                then, hanging=style.indent or INDENT, bullet=self._bullet if bulleted else None,
                label=None if bulleted else str(item.get("label") or f"{number}."),
                names=(str(item.get("id")),) if item.get("id") else (), before=style.between,
            )  # fmt: skip
            for at, child in enumerate(item):
                yield from self._paragraphs.paragraph(child, then if at else first)

    def _table(self, node: _Element, place: Place) -> Iterator[_Element]:
        yield from table(node, self._paragraphs, self._tables)

    def _panel(self, node: _Element, place: Place) -> Iterator[_Element]:
        panel = self._paragraphs.style.panels.get(str(node.get("kind")), PanelStyle())
        yield from self.blocks(node, replace(place, panel=panel))

    def _timeline(self, node: _Element, place: Place) -> Iterator[_Element]:
        yield from timeline(node, self._paragraphs)

    def _chain(self, node: _Element, place: Place) -> Iterator[_Element]:
        yield from chain(node, self._paragraphs, self._tables)
