"""Elements of WordprocessingML (ISO/IEC 29500-1, 17)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

TWENTIETHS = 20
"""A measure in Word is in twentieths of a point; a type size in halves, a line's thickness in eighths."""


def element(tag: str, /, *children: _Element | None, **attributes: str | None) -> _Element:
    """Makes an element in the namespace `w`.

    Args:
        tag: Its name, without the prefix.
        children: None leaves one out.
        attributes: Without prefix; None leaves one out. A `_` at the end is dropped.
    """
    made: _Element = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        if value is not None:
            made.set(qn(f"w:{key.rstrip('_')}"), value)
    made.extend(child for child in children if child is not None)
    return made


def measure(points: float) -> str:
    """Returns a measure as Word writes it."""
    return str(round(points * TWENTIETHS))


def text(words: str) -> _Element:
    """Makes the text of a run; blanks at its ends count."""
    made = element("t")
    made.text = words
    if words != words.strip():
        made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
