"""Holds a redacted text against its original: every word that was kept stands there, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citebound.model import RedactedPlace

BEFORE, BEHIND = 20, 40
"""How many characters before and behind the parting are shown."""


class Difference(NamedTuple):
    """Where the two part: the kept words, and those of the original, around the place."""

    kept: str
    original: str


def first_difference(redacted: str, places: Sequence[RedactedPlace], original: str) -> Difference | None:
    """Returns the first kept words that do not stand in the original; None if it can be read behind every mark.

    Each mark stands for at least one character. What it hides is not looked at: it may be any words.
    """
    at = 0
    kept = list(_kept(redacted, places))
    for number, words in enumerate(kept):
        first, last = number == 0, number == len(kept) - 1
        if first and last:
            found = 0 if original == words else -1
        elif first:
            found = 0 if original.startswith(words) else -1
        elif last:
            found = len(original) - len(words) if original.endswith(words) else -1
            found = found if found > at else -1
        else:
            found = original.find(words, at + 1)
        if found < 0:
            return _parting(words, original, at)
        at = found + len(words)
    return None


def _parting(words: str, original: str, at: int) -> Difference:
    """Finds how far the kept words go along with the original: each shorter beginning of them stands there too."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if original.find(words[:middle], at) >= 0 else (low, middle - 1)
    place = original.find(words[:low], at) + low
    return Difference(
        words[max(0, low - BEFORE) : low + BEHIND], original[max(0, place - BEFORE) : place + BEHIND]
    )


def _kept(redacted: str, places: Sequence[RedactedPlace]) -> Iterator[str]:
    at = 0
    for place in places:
        yield redacted[at : place.start]
        at = place.end
    yield redacted[at:]
