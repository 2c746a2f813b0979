"""What the paragraph styles of a DOCX mean: headings, lists, quotations, captions."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from citebound.model import BlockKind

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONGEST_CHAIN = 10
_SPELT = re.compile(r"^([A-Za-z]+)(\d)$")  # "Heading1", the identifier of "heading 1"
_OFF = {"0", "false", "off"}
_TITLES = {"title"}
_QUOTATIONS = {"quote", "intense quote"}
_CAPTIONS = {"caption"}


class Meaning(NamedTuple):
    """The kind of a paragraph; level 1 to 6 for headings."""

    kind: BlockKind
    level: int = 0


class Styles:
    """The styles of a document (ECMA-376, part 1, 17.7).

    Args:
        root: The part `word/styles.xml`; None if there is none.
    """

    def __init__(self, root: etree._Element | None) -> None:
        styles = root.iter(f"{W}style") if root is not None else ()
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles}

    def meaning(self, paragraph: etree._Element) -> Meaning:
        """Returns what a paragraph is: by its own outline level and numbering first, then by its style's."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return Meaning("paragraph")
        found = _own_meaning(properties)
        identifier = _value(properties, "pStyle")
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(identifier or "")
            if found or style is None:
                break
            found = _named(_value(style, "name")) or _own_meaning(style.find(f"{W}pPr"))
            identifier = _value(style, "basedOn")
        if not found and identifier not in self._styles:  # a built-in style that the file does not spell out
            found = _named(_SPELT.sub(r"\1 \2", identifier or ""))
        return found or Meaning("paragraph")

    def hides(self, run: etree._Element) -> bool:
        """Tells whether a run is hidden text (17.3.2.41): by itself, or by its character style."""
        properties = run.find(f"{W}rPr")
        if properties is None:
            return False
        own = _switch(properties)
        identifier = _value(properties, "rStyle")
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(identifier or "")
            if own is not None or style is None:
                break
            own = _switch(style.find(f"{W}rPr"))
            identifier = _value(style, "basedOn")
        return bool(own)


def _own_meaning(properties: etree._Element | None) -> Meaning | None:
    if properties is None:
        return None
    level = _value(properties, "outlineLvl")
    if level and level.isdigit() and int(level) < 9:
        return Meaning("heading", min(int(level) + 1, 6))
    numbering = properties.find(f"{W}numPr")
    if numbering is not None and _value(numbering, "numId") != "0":
        return Meaning("list-item")
    return None


def _switch(properties: etree._Element | None) -> bool | None:
    """Returns what a property that is on or off says of hiding; None if it says nothing."""
    hidden = None if properties is None else properties.find(f"{W}vanish")
    return None if hidden is None else hidden.get(f"{W}val", "1").lower() not in _OFF


def _named(name: str | None) -> Meaning | None:
    name = (name or "").lower()
    if name in _TITLES:
        return Meaning("heading", 1)
    if name.startswith("heading ") and name[8:].isdigit():
        return Meaning("heading", min(int(name[8:]), 6))
    if name.startswith("list ") and name != "list paragraph":
        return Meaning("list-item")
    if name in _QUOTATIONS:
        return Meaning("quotation")
    return Meaning("caption") if name in _CAPTIONS else None


def _value(element: etree._Element, name: str) -> str | None:
    child = element.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")
