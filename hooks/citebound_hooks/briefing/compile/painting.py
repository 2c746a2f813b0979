"""Painting of laid-out pages: panels and rules behind, blocks in reading order, header and footer."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from citebound.errors import ConfigurationError
from citebound_hooks.briefing.compile.pages import text_width
from citebound_hooks.briefing.compile.texts import Typesetter
from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.flow import Page, Placed
from citebound_hooks.briefing.setting.pen import Pen
from citebound_hooks.briefing.setting.text import Text
from citebound_hooks.briefing.template.style import PageStyle

if TYPE_CHECKING:
    from lxml.etree import _Element

RUNNING = ("header", "header-end", "footer", "footer-end")
START = 0.78  # of the width, for the words at the left of a running line


def paint_page(pen: Pen, page: Page) -> None:
    """Paints what stands on one page."""
    for panel, group in groupby(page, key=lambda placed: placed.item.panel):
        members = list(group)
        if panel is not None:
            top = members[0].top - panel.padding
            height = members[-1].top + members[-1].item.height + panel.padding - top
            if panel.tint:
                pen.tint(panel.left, top, panel.width, height, panel.tint)
            if panel.bar:
                pen.tint(panel.left, top, panel.bar[0], height, panel.bar[1])
    for placed in page:
        _paint_item(pen, placed)


def _paint_item(pen: Pen, placed: Placed) -> None:
    item, top = placed.item, placed.top
    block_top = top
    if item.side:
        drop = item.side.first_base - item.block.first_base
        item.side.paint(pen, 0.0, top - min(0.0, drop))
        block_top = top + max(0.0, drop)
    if item.rule and top > 0:
        pen.rule(0.0, top - item.before * 0.5, item.rule_width, *item.rule)
    item.block.paint(pen, item.left, block_top, artifact=placed.artifact)


class RunningLines:
    """Header and footer: artifacts that name the document, and the page. The first page bears its title anyway.

    The handling marking stands above and below them; it is read aloud once, before all else.
    """

    def __init__(self, markup: _Element, setter: Typesetter, page: PageStyle, root: Element) -> None:
        self._setter, self._page = setter, page
        self._marking = marking_line(markup, setter, page, root)
        self._same: dict[str, Text] = {}
        self._nodes = {tag: node for tag in RUNNING if (node := markup.find(tag)) is not None}
        self._counted = {tag for tag, node in self._nodes.items() if _counts(node)}

    def header(self, pen: Pen, number: int) -> None:
        """Paints the header of a page, before the page itself; not what tells how many pages there are."""
        self._mark(pen, self._page.marking, spoken=number == 1)
        self._header(pen, number, counted=False)

    def footer(self, pen: Pen, number: int, count: int) -> None:
        """Paints the footer of a page, when all pages are painted."""
        self._setter.facts.update({"page-number": str(number), "page-count": str(count)})
        self._header(pen, number, counted=True)
        top = self._page.height - self._page.footer - self._page.top
        for tag in ("footer", "footer-end"):
            self._line(pen, tag, top)
        self._mark(pen, self._page.height - self._page.marking)

    def _header(self, pen: Pen, number: int, *, counted: bool) -> None:
        for tag in ("header-end",) if number == 1 else ("header", "header-end"):
            if (tag in self._counted) == counted:
                self._line(pen, tag, self._page.header - self._page.top)

    def _mark(self, pen: Pen, base: float, *, spoken: bool = False) -> None:
        """Paints the handling marking at a height of the paper."""
        if self._marking:
            top = base - self._page.top - self._marking.first_base
            self._marking.paint(pen, 0.0, top, artifact=not spoken)

    def _line(self, pen: Pen, tag: str, top: float) -> None:
        node = self._nodes.get(tag)
        if node is None:
            return
        text = self._same.get(tag) or self._set(node, tag)
        if tag not in self._counted:
            self._same[tag] = text
        text.paint(pen, 0.0, top - text.first_base, artifact=True)

    def _set(self, node: _Element, tag: str) -> Text:
        """Sets the one line that a header or footer may take."""
        width = text_width(self._page)
        beside = f"{tag}-end" in self._nodes
        return self._setter.brief_text(node, tag, width * START if beside else width, Element("Artifact"), 1)


def _counts(node: _Element) -> bool:
    """Tells whether a line hangs on the page it stands on."""
    return next(node.iter("page-number", "page-count"), None) is not None


def marking_line(markup: _Element, setter: Typesetter, page: PageStyle, root: Element) -> Text | None:
    """Sets the handling marking, if there is one.

    Raises:
        ConfigurationError: If it does not fit on one line: half a marking would be a wrong one.
    """
    node = markup.find("marking")
    if node is None:
        return None
    text = setter.text(node, "marking", text_width(page), Element("P", root))
    if len(text.lines) > 1:
        raise ConfigurationError(
            f"the marking {node.text!r} does not fit on one line of the page; shorten it"
        )
    return text
