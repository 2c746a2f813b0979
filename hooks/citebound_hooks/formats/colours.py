"""Lines in pieces with a style each: printed plainly, or in colours on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

Piece = tuple[str, str]
_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
"""Select Graphic Rendition, ECMA-48 section 8.3.117."""


def plain(lines: Iterable[list[Piece]]) -> str:
    """Returns the lines without their styles."""
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def coloured(lines: Iterable[list[Piece]]) -> str:
    """Returns the lines with the escape codes of a terminal."""
    return "".join("".join(_styled(*piece) for piece in line).rstrip() + "\n" for line in lines)


def _styled(text: str, style: str) -> str:
    codes = ";".join(_CODES[word] for word in style.split())
    return f"\x1b[{codes}m{text}\x1b[0m" if codes and text else text
