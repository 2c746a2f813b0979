"""The manuscript for a form without pages of its own: nothing is cut, so nothing is moved to the annex."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from citebound_hooks.briefing.setting.bidi import CONTROLS

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = re.compile(r"[ \t\r\n]+")
_CONTROLS = re.compile(f"[{''.join(sorted(CONTROLS))}]")
_WORDS = ("marking", "header", "header-end", "footer", "footer-end", "heading", "paragraph", "caption")
_WITHOUT_WORDS = frozenset({"break", "moved", "page-number", "page-count"})


def flowing(markup: _Element) -> _Element:
    """Returns the markup without what only pages need, the white space in its words folded.

    The marks of what was cut and the places for what was moved are left out, and links to them are plain words;
    an id stands once only. Characters that would turn the direction of the words around are shown by their numbers.
    """
    root = deepcopy(markup)
    for element in list(root.iter("cut", "overflow")):
        _leave_out(element)
    names = set(_unique_names(root))
    for link in list(root.iter("link")):
        if link.get("to") and link.get("to") not in names:
            link.tag = "unlinked"
    etree.strip_tags(root, "unlinked")
    for element in root.iter(*_WORDS):
        _fold(element)
    return root


def _leave_out(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unique_names(root: _Element) -> Iterator[str]:
    """Yields each id; takes it from the elements that bear it again."""
    seen = set()
    for element in root.iter():
        name = element.get("id")
        if name in seen:
            del element.attrib["id"]
        elif name:
            seen.add(name)
            yield name


def _fold(element: _Element) -> None:
    """Makes one blank of white space, and none of that at the ends or behind a new line."""
    blank, last = True, None
    for node, slot in _slots(element):
        text = _SPACE.sub(" ", getattr(node, slot) or "")
        text = text[1:] if blank and text.startswith(" ") else text
        text = _CONTROLS.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
        setattr(node, slot, text)
        if text:
            blank, last = text.endswith(" "), (node, slot)
        if slot == "text" and node.tag in _WITHOUT_WORDS:
            blank, last = node.tag == "break", None
    if last:
        setattr(*last, getattr(*last).rstrip(" "))


def _slots(element: _Element) -> Iterator[tuple[_Element, str]]:
    """Yields the places of text in an element, in reading order."""
    yield element, "text"
    for child in element:
        yield from _slots(child)
        yield child, "tail"
