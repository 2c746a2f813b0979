"""Paragraphs: their style, where they stand, what stands before their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citebound_hooks.briefing.compile.types import TypeCase
from citebound_hooks.briefing.docx.elements import element, measure, text
from citebound_hooks.briefing.docx.links import Links
from citebound_hooks.briefing.docx.looks import look_of
from citebound_hooks.briefing.docx.styles import StyleBook
from citebound_hooks.briefing.docx.words import WordWriter
from citebound_hooks.briefing.setting.bidi import main_level
from citebound_hooks.briefing.template.style import PanelStyle

if TYPE_CHECKING:
    from lxml.etree import _Element

LABEL = "list-label"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands.

    Attributes:
        indent: At its begin, in points.
        hanging: How far its first line stands out.
        label: What stands before its words, in the space that hangs.
        bullet: Number of the list whose bullet it bears.
        panel: What it stands on.
        opens: True if a page begins with it.
        names: Ids of places that it begins.
        before: Space above it, in points; None takes that of its style.
    """

    indent: float = 0.0
    hanging: float = 0.0
    label: str | None = None
    bullet: str | None = None
    panel: PanelStyle | None = None
    opens: bool = False
    names: tuple[str, ...] = ()
    before: float | None = None


class Paragraphs:
    """Writes paragraphs.

    Args:
        types: Of the template.
        book: The document's styles.
        links: The document's links.

    Attributes:
        style: Of the template.
        width: Of the text, in points.
    """

    def __init__(self, types: TypeCase, book: StyleBook, links: Links) -> None:
        self._types, self._book, self._links = types, book, links
        self.style = style = types.style
        self.width = style.page.width - style.page.left - style.page.right
        self._words = WordWriter(style, book, links)

    def paragraph(self, node: _Element, place: Place, level: int = 0) -> Iterator[_Element]:
        """Yields a paragraph, of a heading if it has a level; nothing if it has no words."""
        words = "".join(map(str, node.itertext()))
        if not words and next(node.iter("page-number", "page-count"), None) is None:
            return
        role, base = str(node.get("role") or node.tag), main_level(words)
        kind = self._types.style_of(role)
        made = element("p", self._properties(self._book.role(role, kind, level), place, base))
        names = [*([str(node.get("id"))] if node.get("id") else []), *place.names]
        made.extend(mark for name in names for mark in self._links.bookmark(name))
        made.extend(self._label(place))
        made.extend(self._words.words(node, kind.size, base))
        yield made

    def _properties(self, style: str, place: Place, base: int) -> _Element:
        left, hanging = measure(place.indent), measure(place.hanging) if place.hanging else None
        return element(
            "pPr", element("pStyle", val=style), element("pageBreakBefore") if place.opens else None,
            _numbered(place.bullet) if place.bullet else None, *self._ground(place.panel),
            element("bidi") if base else None,
            None if place.before is None else element("spacing", before=measure(place.before)),
            element("ind", left=left, hanging=hanging) if place.indent else None,
        )  # fmt: skip

    def _ground(self, panel: PanelStyle | None) -> Iterator[_Element]:
        """Yields border and colour of a panel; the border has the colour, so that it only widens the panel."""
        if panel is None or not panel.tint:
            return
        colour = self.style.colours[panel.tint].lstrip("#").upper()
        sides = ("top", "left", "bottom", "right")
        yield element(
            "pBdr", *(element(side, val="single", sz="4", space="6", color=colour) for side in sides)
        )
        yield element("shd", val="clear", color="auto", fill=colour)

    def _label(self, place: Place) -> Iterator[_Element]:
        if place.label is None:
            return
        known = self.style.types.get(LABEL)
        properties = element("rPr", *look_of(known).properties(self.style.colours)) if known else None
        yield element("r", properties, text(place.label), element("tab"))


def _numbered(bullet: str) -> _Element:
    return element("numPr", element("ilvl", val="0"), element("numId", val=bullet))
