"""Words of a paragraph as runs: each knows its style, its language, its direction and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from citebound_hooks.briefing.docx.elements import element, text
from citebound_hooks.briefing.docx.links import Links
from citebound_hooks.briefing.docx.looks import Look
from citebound_hooks.briefing.docx.styles import StyleBook
from citebound_hooks.briefing.setting.bidi import has_right_to_left, levels
from citebound_hooks.briefing.template.style import Style

if TYPE_CHECKING:
    from lxml.etree import _Element

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
PLAIN = Look()
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
LINK = "link"
"""The colour of links, if the style has one of this name."""
_FIELDS = {"page-number": "PAGE", "page-count": "NUMPAGES"}


@dataclass(frozen=True, slots=True)
class _Manner:
    """How words are being set at some depth of the markup.

    Attributes:
        style: Name of the innermost inline style.
        look: What the words take from styles further out, and their size.
        size: In points.
        base: Direction of the paragraph, 1 from right to left.
    """

    size: float
    base: int = 0
    style: str | None = None
    look: Look = PLAIN
    language: str | None = None


class WordWriter:
    """Writes the words of paragraphs.

    Args:
        style: Of the template.
        book: The document's styles.
        links: The document's links.
    """

    def __init__(self, style: Style, book: StyleBook, links: Links) -> None:
        self._style, self._book, self._links = style, book, links

    def words(self, node: _Element, size: float, base: int) -> Iterator[_Element]:
        """Yields what stands in a paragraph.

        Args:
            node: The paragraph of the markup.
            size: Of its type, in points.
            base: 1 if it runs from right to left, else 0.
        """
        yield from self._inside(node, _Manner(size, base))

    def _inside(self, node: _Element, manner: _Manner) -> Iterator[_Element]:
        yield from self._runs(node.text or "", manner)
        for child in node:
            yield from self._child(child, manner)
            yield from self._runs(child.tail or "", manner)

    def _child(self, child: _Element, manner: _Manner) -> Iterator[_Element]:
        kind = str(child.tag)
        if kind == "break":
            yield element("r", element("br"))
        elif kind == "anchor":
            yield from self._links.bookmark(str(child.get("id")))
        elif kind == "moved":
            yield from self._runs("0", manner)
        elif kind in _FIELDS:
            yield element("fldSimple", *self._runs("1", manner), instr=f" {_FIELDS[kind]} ")
        elif kind == "link":
            yield from self._link(child, manner)
        else:
            yield from self._inside(child, self._manner(child, kind, manner))

    def _manner(self, child: _Element, kind: str, manner: _Manner) -> _Manner:
        if kind in ("quotation", "foreign"):
            return replace(manner, language=child.get(LANGUAGE) or manner.language)
        name = str(child.get("name")) if kind == "style" else "address" if kind == "address" else None
        if name is None or name not in self._style.inlines:
            return manner
        inline = self._style.inlines[name]
        outer = (
            manner.look.within(self._style.inlines[manner.style], manner.size)
            if manner.style
            else manner.look
        )
        size = manner.size * inline.scale
        return replace(manner, style=name, look=replace(outer, size=size), size=size)

    def _link(self, child: _Element, manner: _Manner) -> Iterator[_Element]:
        around = self._links.link(child)
        if LINK in self._style.colours and manner.style is None:
            manner = replace(manner, look=replace(manner.look, colour=LINK))
        inside = self._inside(child, manner)
        if around is None:
            yield from inside
            return
        around.extend(inside)
        yield around

    def _runs(self, words: str, manner: _Manner) -> Iterator[_Element]:
        """Yields runs of one direction each; a soft hyphen and its like stay as they are."""
        if not words:
            return
        if not has_right_to_left(words):
            yield element("r", self._properties(manner, rtl=False), text(words))
            return
        pairs = zip(words, levels(words, manner.base), strict=True)
        for odd, group in groupby(pairs, lambda pair: pair[1] % 2 == 1):
            part = "".join(character for character, _ in group)
            yield element("r", self._properties(manner, rtl=odd), text(part))

    def _properties(self, manner: _Manner, *, rtl: bool) -> _Element | None:
        told = list(self._told(manner, rtl))
        return element("rPr", *told) if told else None

    def _told(self, manner: _Manner, rtl: bool) -> Iterator[_Element]:
        if manner.style:
            yield element("rStyle", val=self._book.inline(manner.style))
        yield from _unsaid(manner, self._style).properties(self._style.colours)
        if rtl:
            yield element("rtl")
        if manner.language:
            east = manner.language.partition("-")[0] in _EAST_ASIAN
            yield element("lang", **{"bidi" if rtl else "eastAsia" if east else "val": manner.language})


def _unsaid(manner: _Manner, style: Style) -> Look:
    """Returns what the style of the words themselves does not say already."""
    if manner.style is None:
        return manner.look
    look, own = manner.look, style.inlines[manner.style]
    return replace(
        look,
        family=None if own.family else look.family, weight=None if own.weight else look.weight,
        colour=None if own.colour else look.colour, caps=None if "smcp" in own.features else look.caps,
        tracking=0.0 if own.tracking else look.tracking,
    )  # fmt: skip
