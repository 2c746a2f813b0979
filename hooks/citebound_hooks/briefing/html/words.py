"""Words inside a paragraph: quotations, links and styles, each with its own direction."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from citebound_hooks.briefing.html.tags import tag
from citebound_hooks.briefing.setting.bidi import has_direction, has_right_to_left, main_level
from citebound_hooks.briefing.template.links import target_of

if TYPE_CHECKING:
    from lxml.etree import _Element

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def text_of(node: _Element) -> str:
    """Returns the words of a node without markup."""
    return "".join(map(str, node.itertext()))


def direction_of(text: str, around: str) -> str | None:
    """Returns the direction of a paragraph where it is another than that of the page."""
    if not has_direction(text):
        return None
    own = "rtl" if main_level(text) else "ltr"
    return own if own != around else None


def words(node: _Element) -> Markup:
    """Writes the words of a node."""
    written = [escape(node.text or "")]
    for child in node:
        written += [_child(child), escape(child.tail or "")]
    return Markup("").join(written)


def _child(child: _Element) -> Markup:
    kind = str(child.tag)
    if kind in WRITERS:
        return WRITERS[kind](child)
    return tag("span", words(child), class_=kind)


def _anchor(child: _Element) -> Markup:
    return tag("span", id=child.get("id"))


def _quotation(child: _Element) -> Markup:
    text = text_of(child)
    # Left alone, its first letter would decide.
    direction = direction_of(text, "auto") if has_right_to_left(text) else None
    return tag("bdi", words(child), class_="quotation", lang=child.get(LANGUAGE), dir=direction)


def _foreign(child: _Element) -> Markup:
    return tag("span", words(child), lang=child.get(LANGUAGE))


def _style(child: _Element) -> Markup:
    isolated = "bdi" if has_right_to_left(text_of(child)) else "span"
    return tag(isolated, words(child), class_=f"i-{child.get('name')}")


def _link(child: _Element) -> Markup:
    target = target_of(child)
    if target is None:
        return words(child)
    return tag(
        "a", words(child), href=target, title=child.get("title"),
        role="doc-backlink" if child.get("back") else None,
        dir="auto" if has_right_to_left(text_of(child)) else None,
    )  # fmt: skip


def _nothing(child: _Element) -> Markup:
    return Markup("")


def _break(child: _Element) -> Markup:
    return tag("br")


def _none_moved(child: _Element) -> Markup:
    return Markup("0")


WRITERS: dict[str, Callable[[_Element], Markup]] = {
    "anchor": _anchor, "break": _break, "foreign": _foreign, "link": _link, "moved": _none_moved,
    "page-count": _nothing, "page-number": _nothing, "quotation": _quotation, "style": _style,
}  # fmt: skip
"""What there are no pages for is left out: their numbers; nothing has moved to the annex."""
