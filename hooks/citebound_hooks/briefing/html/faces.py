"""Type faces of the reader's own machine: a page carries none and fetches none."""

from __future__ import annotations

from collections.abc import Iterator

_STACKS = {
    "serif": '"Source Serif 4","Source Serif Pro",Charter,"Noto Serif",Georgia,"Times New Roman",serif',
    "sans": '"FiraGO","Fira Sans","Noto Sans","Segoe UI","Helvetica Neue",Arial,sans-serif',
    "mono": '"Fira Mono","Noto Sans Mono",Menlo,Consolas,monospace',
}
_WEIGHTS = {
    "regular": "400",
    "medium": "500",
    "semibold": "600",
    "bold": "700",
    "black": "900",
    "light": "300",
}


def font_of(family: str | None, weight: str | None) -> Iterator[str]:
    """Yields what a style sheet says of a family and a weight of the style.

    Args:
        family: Its name tells whether it has serifs or fixed widths: `serif`, `sans`, `our-mono`.
        weight: `regular`, `semibold`, `italic`, `bold-italic`; None leaves it as it is.
    """
    if family is not None:
        kind = next((name for name in ("sans", "mono") if name in family), "serif")
        yield f"font-family:{_STACKS[kind]}"
    if weight is not None:
        yield f"font-weight:{next((_WEIGHTS[word] for word in weight.split('-') if word in _WEIGHTS), '400')}"
        yield f"font-style:{'italic' if 'italic' in weight else 'normal'}"


def css_string(text: str) -> str:
    """Writes a text for a style sheet; whatever could end it stands as a number (CSS Syntax 3, 4.3.7)."""
    return '"' + "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in text) + '"'
