"""What all figures have in common: words in a drawing, a caption below it, and what stands where one is too tall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citebound_hooks.briefing.compile.frame import Frame
from citebound_hooks.briefing.compile.texts import Typesetter
from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.figure import Figure
from citebound_hooks.briefing.setting.flow import Item
from citebound_hooks.briefing.setting.text import Text

if TYPE_CHECKING:
    from lxml.etree import _Element

TALLEST = 0.5  # of the paper


def stacked_words(
    setter: Typesetter, node: _Element, width: float, most: int, element: Element
) -> list[Text]:
    """Sets the paragraphs of a part of a figure, each of so many lines at most."""
    texts = [
        setter.brief_text(child, str(child.get("role")), width, Element("Span", element), most)
        for child in node
    ]
    for text in texts:
        if text.lines and text.lines[0].level:
            text.align = "right"  # seen from its own direction: flush where the arrow or the thread comes in
    return [text for text in texts if text.lines]


def caption(
    setter: Typesetter, node: _Element, width: float, frame: Frame, *more: str
) -> list[tuple[float, Text]]:
    """Sets what is said below a figure, with the space before it; words of other elements follow its own."""
    found = node.find("caption")
    if found is None:
        return []
    role = str(found.get("role"))
    parts = [found, *(child for name in more for child in node.iterchildren(name))]
    text = setter.joined(parts, role, width, Element("P", frame.parent))
    return [(setter.types.style_of(role).before, text)] if text.lines else []


def as_item(  # noqa: PLR0917 - what a figure hands to the flow
    setter: Typesetter, node: _Element, figure: Figure, frame: Frame, left: float, space: tuple[float, float]
) -> Item:
    """Returns a figure as an item; where it takes too much of a page, its alternative in words."""
    block: Figure | Text = figure
    if figure.height > TALLEST * setter.types.style.page.height:
        block = setter.plain(str(node.get("alt")), "paragraph", figure.width, Element("P", frame.parent))
    return Item(block, left, *space, panel=frame.panel, elastic=node.get("elastic"))
