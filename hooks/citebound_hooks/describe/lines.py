"""The lines of a text, with their places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Line(NamedTuple):
    """A line that is not blank: `text[start:end]`, without the white space around it.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last one.
        after_blank: Whether a blank line, or nothing, stands before it.
    """

    start: int
    end: int
    after_blank: bool


def lines_of(text: str) -> Iterator[Line]:
    """Yields the lines that are not blank, in their order."""
    place, after_blank = 0, True
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = place + line.find(words)
            yield Line(start, start + len(words), after_blank)
        after_blank = not words
        place += len(line)
