"""Type faces that a word processor has: a document carries none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citebound_hooks.briefing.docx.elements import element

if TYPE_CHECKING:
    from lxml.etree import _Element

_FACES = {"serif": "Cambria", "sans": "Calibri", "mono": "Consolas"}
_COMPLEX = "Arial"
"""For Arabic and Hebrew, which the others do not have."""


def fonts(family: str) -> _Element:
    """Names the faces of a family; its name tells whether it has serifs or fixed widths: `serif`, `our-sans`."""
    face = next((_FACES[name] for name in ("sans", "mono") if name in family), _FACES["serif"])
    return element("rFonts", ascii=face, hAnsi=face, cs=_COMPLEX)


def is_bold(weight: str) -> bool:
    """Tells whether a weight of the style is a bold one."""
    return any(name in weight for name in ("semibold", "bold", "black"))


def is_italic(weight: str) -> bool:
    """Tells whether a weight of the style is a slanted one."""
    return "italic" in weight
