"""Lines in pieces with a style each: printed plainly, or in colours on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

Piece = tuple[str, str]


def plain(lines: Iterable[list[Piece]]) -> str:
    """Returns the lines without their styles."""
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def coloured(lines: Iterable[list[Piece]], width: int) -> str:
    """Returns the lines with the escape codes of a terminal."""
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    out = StringIO()
    console = Console(file=out, force_terminal=True, color_system="standard", width=width, highlight=False)
    for line in lines:
        console.print(Text.assemble(*((text, style) for text, style in line)), soft_wrap=True)
    return out.getvalue()
