"""What forms of one name have in common: case, accents, hyphens and articles set aside."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_DROPPED = str.maketrans(
    {"-": " ", "'": None, "’": None, "‘": None, ".": None, '"': None, "“": None, "”": None}
)


@lru_cache(maxsize=65536)
def name_key(text: str) -> str:
    """Returns the key of a form; two forms with one key are variants of one name.

    Transliterations that differ in letters ("Qaeda", "Qaida") keep different keys: only a curated list may say
    that they are one.
    """
    plain = text if text.isascii() else _without_marks(text)
    words = plain.casefold().translate(_DROPPED).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def _without_marks(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
