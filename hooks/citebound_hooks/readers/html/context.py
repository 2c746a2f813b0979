"""What holds for a text because of the elements around it."""

from __future__ import annotations

from collections.abc import Container

import msgspec
from lxml import etree
from msgspec.structs import replace

from citebound.model import BlockKind
from citebound_hooks.readers.html.boilerplate import Strength, is_boilerplate_role, strength_of_name
from citebound_hooks.readers.html.elements import Role

_KINDS: dict[Role, BlockKind] = {"item": "list-item", "quotation": "quotation", "caption": "caption"}


class Context(msgspec.Struct, frozen=True, gc=False):
    """What holds for the text at the walker's place.

    Attributes:
        boilerplate: Whether an element around it is surely boilerplate.
        weak: Number of the outermost element around it that may be boilerplate, 0 for none.
        row: Whether the cells around it make one line.
        article: Number of the outermost `article` around it, 0 for none.
    """

    kind: BlockKind = "paragraph"
    level: int = 0
    boilerplate: bool = False
    weak: int = 0
    main: bool = False
    article: int = 0
    row: bool = False
    preformatted: bool = False


def entered(
    context: Context, element: etree._Element, role: Role, number: int, kept: Container[etree._Element]
) -> Context:
    """Returns the context inside an element.

    Args:
        context: The context around it.
        element: The element.
        role: What it means for the text.
        number: A number of its own for the element, from 1.
        kept: The elements that hold the page's headline or its main part: never boilerplate.
    """
    said = element.get("role")
    if not context.boilerplate and element not in kept:
        strength = _boilerplate(context, element, role, said)
        if strength == "sure":
            context = replace(context, boilerplate=True)
        elif strength == "weak" and not context.weak:
            context = replace(context, weak=number)
    return context if context.row else _in_kind(context, element, role, said)


def _in_kind(context: Context, element: etree._Element, role: Role, said: str | None) -> Context:
    if role == "heading":
        return replace(context, kind="heading", level=int(element.tag[1]))
    if role in _KINDS:
        return replace(context, kind=_KINDS[role], level=0)
    if role == "preformatted":
        return replace(context, preformatted=True)
    if said == "main" or role == "main":
        return replace(context, main=True)
    return context


def _boilerplate(context: Context, element: etree._Element, role: Role, said: str | None) -> Strength | None:
    if role == "boilerplate" or (role == "header" and not context.article and not context.main):
        return "sure"
    if element.tag == "noscript":  # a plea to switch scripts on, or the report itself
        return "weak"
    if said and is_boilerplate_role(said):
        return "sure"
    names, name = element.get("class"), element.get("id")
    if not names and not name:
        return None
    return strength_of_name(f"{names or ''} {name or ''}")


def is_hidden(element: etree._Element) -> bool:
    """Whether an element is marked as not shown."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and "display:none" in style.replace(" ", "").lower()
