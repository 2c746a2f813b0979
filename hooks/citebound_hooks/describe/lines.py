"""The lines of a text, with their places."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

_WORDS_OF_PROSE = 4
_WORDS_WITHOUT_CAPITALS = 7  # as in Arabic, where the words of a dateline are no different from others
_INDENT = 40


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


def is_prose(text: str, line: Line) -> bool:
    """Tells a sentence, or a part of one that goes on in the next line, from a line of names, places and numbers."""
    ends = text[line.end - 1] in ".?!؟۔" or _goes_on(text, line.end)
    if not ends:
        return False
    words = text[line.start : line.end].split()
    small = sum(not word[0].isupper() and word[0].isalpha() for word in words)
    return small >= (_WORDS_OF_PROSE if any(word[0].isupper() for word in words) else _WORDS_WITHOUT_CAPITALS)


def _goes_on(text: str, end: int) -> bool:
    space, newline, following = text[end : end + _INDENT].partition("\n")
    return bool(newline) and not space.strip() and following.lstrip(" \t")[:1].islower()
