"""Where the lines of a file begin, found once for all entries of a reference list."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache


@lru_cache(maxsize=2)
def line_starts(text: str) -> tuple[int, ...]:
    """Returns the offset of the first character of each line."""
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return tuple(starts)


def line_of(text: str, offset: int) -> int:
    """Returns the line of a character, from 1."""
    return bisect_right(line_starts(text), offset)
