"""HTML elements, everything escaped."""

from __future__ import annotations

from markupsafe import Markup, escape

_VOID = frozenset({"br", "col", "meta"})


def tag(element: str, /, *content: str, **attributes: str | None) -> Markup:
    """Writes an element.

    Args:
        element: Its name.
        content: Its children; what is no `Markup` is escaped.
        attributes: `class_` for `class`, `aria_label` for `aria-label`; None leaves one out.
    """
    written = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), value)
        for key, value in attributes.items()
        if value is not None
    )
    start = Markup("<{}{}>").format(element, written)
    if element in _VOID:
        return start
    return start + Markup("").join(map(escape, content)) + Markup("</{}>").format(element)


def line(element: Markup) -> Markup:
    """Puts an element on a line of its own."""
    return element + Markup("\n")
