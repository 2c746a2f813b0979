"""Blocks: sections, headings, paragraphs, lists, tables and panels."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from markupsafe import Markup

from citebound_hooks.briefing.html.figures import chain, timeline
from citebound_hooks.briefing.html.tables import table
from citebound_hooks.briefing.html.tags import line, tag
from citebound_hooks.briefing.html.words import direction_of, text_of, words
from citebound_hooks.briefing.template.style import ListStyle, SectionStyle, Style

if TYPE_CHECKING:
    from lxml.etree import _Element


class BlockWriter:
    """Writes blocks.

    Args:
        style: Of the template; says which headings stand beside their section.
        around: Direction of the page, `ltr` or `rtl`.

    Attributes:
        written: What writes each kind of block.
    """

    def __init__(self, style: Style, around: str) -> None:
        self._style, self._around = style, around
        self.written: dict[str, Callable[[_Element], Markup]] = {
            "section": self._section, "heading": self._heading, "paragraph": self.paragraph, "list": self._list,
            "table": self._table, "panel": self._panel, "timeline": self._timeline, "chain": self._chain,
        }  # fmt: skip

    def blocks(self, node: _Element) -> Markup:
        """Writes all blocks in a node."""
        return Markup("").join(self.written[str(child.tag)](child) for child in node)

    def paragraph(self, node: _Element) -> Markup:
        """Writes a paragraph; nothing if it has no words."""
        written = words(node)
        if not written:
            return Markup("")
        return line(self._block("p", node, written))

    def _block(self, name: str, node: _Element, written: Markup) -> Markup:
        direction = direction_of(text_of(node), self._around)
        return tag(name, written, class_=f"r-{node.get('role')}", id=node.get("id"), dir=direction)

    def _section(self, node: _Element) -> Markup:
        kind = str(node.get("kind"))
        inside = self.blocks(node)
        if not inside:
            return inside
        side = self._style.sections.get(kind, SectionStyle()).heading == "side"
        headed = side and len(node) > 1 and node[0].tag == "heading"
        return line(tag("section", Markup("\n"), inside, class_=f"s-{kind} side" if headed else f"s-{kind}"))

    def _heading(self, node: _Element) -> Markup:
        return line(self._block(f"h{node.get('level')}", node, words(node)))

    def _list(self, node: _Element) -> Markup:
        kind = str(node.get("kind"))
        bullet = self._style.lists.get(kind, ListStyle()).bullet
        items = Markup("").join(map(self._item, node))
        return line(tag("ul" if bullet else "ol", Markup("\n"), items, class_=f"l-{kind}", role="list"))

    def _item(self, node: _Element) -> Markup:
        label = node.get("label")
        inside = Markup("").join(map(self.paragraph, node))
        if label is None:
            return line(tag("li", inside, id=node.get("id")))
        mark = tag("span", label, class_="r-list-label")
        body = tag("div", inside)
        return line(tag("li", mark, Markup(" "), body, class_="labelled", id=node.get("id")))

    def _table(self, node: _Element) -> Markup:
        return table(node, self.paragraph, _name_of(node))

    def _timeline(self, node: _Element) -> Markup:
        return timeline(node, self.paragraph)

    def _chain(self, node: _Element) -> Markup:
        return chain(node, self.paragraph)

    def _panel(self, node: _Element) -> Markup:
        return line(tag("div", Markup("\n"), self.blocks(node), class_=f"p-{node.get('kind')}"))


def _name_of(node: _Element) -> str | None:
    """Returns the id of the heading that names a table: the nearest one before it in its section."""
    before = [sibling for sibling in node.itersiblings(preceding=True) if sibling.tag == "heading"]
    return before[0].get("id") if before else None
