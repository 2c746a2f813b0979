"""The lines of a text, with their places."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec


class Line(msgspec.Struct, frozen=True, gc=False):
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
        if line == "\n":  # every other line of most pages
            place, after_blank = place + 1, True
            continue
        words = line.strip()
        if words:
            start = place + line.find(words)
            yield Line(start, start + len(words), after_blank)
        after_blank = not words
        place += len(line)
