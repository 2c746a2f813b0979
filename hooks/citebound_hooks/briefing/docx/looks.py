"""How words look, in the order that Word asks of the properties of a run (ISO/IEC 29500-1, 17.3.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from citebound_hooks.briefing.docx.elements import element, measure
from citebound_hooks.briefing.docx.faces import fonts, is_bold, is_italic
from citebound_hooks.briefing.template.style import InlineStyle, TypeStyle

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Look:
    """How words look; None is as in the paragraph around them.

    Attributes:
        size: In points.
        caps: True for small capitals, False for none.
        tracking: In points.
    """

    family: str | None = None
    weight: str | None = None
    size: float | None = None
    colour: str | None = None
    caps: bool | None = None
    tracking: float = 0.0

    def within(self, style: InlineStyle, size: float) -> Look:
        """Returns the look of words with an inline style inside words of this look.

        Args:
            style: The inline style.
            size: Of the words around, in points.
        """
        return replace(
            self,
            family=style.family or self.family, weight=style.weight or self.weight,
            size=size * style.scale if style.scale != 1 else self.size, colour=style.colour or self.colour,
            caps="smcp" in style.features or self.caps, tracking=style.tracking or self.tracking,
        )  # fmt: skip

    def properties(self, colours: Mapping[str, str]) -> Iterator[_Element]:
        """Yields what says so in a run or a style."""
        if self.family is not None:
            yield fonts(self.family)
        if self.weight is not None:
            bold, italic = (None if on else "0" for on in (is_bold(self.weight), is_italic(self.weight)))
            yield from (element("b", val=bold), element("bCs", val=bold))
            yield from (element("i", val=italic), element("iCs", val=italic))
        if self.caps is not None:
            yield element("smallCaps", val=None if self.caps else "0")
        if self.colour is not None:
            yield element("color", val=colours[self.colour].lstrip("#").upper())
        if self.tracking:
            yield element("spacing", val=measure(self.tracking))
        if self.size is not None:
            halves = str(round(self.size * 2))
            yield from (element("sz", val=halves), element("szCs", val=halves))


def look_of(style: TypeStyle) -> Look:
    """Returns the look of a role."""
    caps = "smcp" in style.features
    return Look(style.family, style.weight, style.size, style.colour, caps, style.tracking)
