"""Fenced code, which is no prose (CommonMark 0.31, section 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"^ {0,3}(`{3,50}(?![^\n]*`)|~{3,50})[ \t]*(\S?)", re.MULTILINE)


def fenced_code(text: str) -> Iterator[tuple[int, int]]:
    """Yields begin and end of each fenced block, its fences with it; one without an end goes on to the text's end."""
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            opened = fence
        elif fence[1].startswith(opened[1]) and not fence[2]:
            yield opened.start(), fence.end()
            opened = None
    if opened is not None:
        yield opened.start(), len(text)
