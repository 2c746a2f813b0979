"""How like two titles are: letters and digits only, so that quotation marks and dashes do not count."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters and digits that `letters` leaves as they are: a line that begins with one begins with it there too.
LATIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


@lru_cache(maxsize=2048)  # the lines of a page are compared several times
def letters(words: str) -> str:
    """Returns letters and digits, case folded, in compatibility form."""
    plain = words if words.isascii() else unicodedata.normalize("NFKC", words)
    return "".join(filter(str.isalnum, plain.casefold()))


def likeness(one: str, other: str) -> float:
    """Tells how like two titles are: 1 for the same letters, 0 where none contains the other.

    Args:
        one: A title as `letters` gives it.
        other: Another.
    """
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    return 0.9 * len(short) / len(long) if short in long else 0.0
