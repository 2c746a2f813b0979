"""Holds a redacted text against its original: every word that was kept stands there, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citebound.model import RedactedPlace


class Difference(NamedTuple):
    """Where the two part: the kept words that the original does not have next, and what it has instead."""

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
            return Difference(words, original[at : at + len(words) + 1])
        at = found + len(words)
    return None


def _kept(redacted: str, places: Sequence[RedactedPlace]) -> Iterator[str]:
    at = 0
    for place in places:
        yield redacted[at : place.start]
        at = place.end
    yield redacted[at:]
