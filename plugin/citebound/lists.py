"""Lists that stand in one line: countries and topics, as pages and desks write them."""

from __future__ import annotations

import re

_STRONG = re.compile(r"\s{0,9}[;|•·\n\t]\s{0,9}")
_COMMA = re.compile(r",\s{1,9}")
_AROUND = " ,.-[]\"'"
# "Congo, Democratic Republic of the": an inverted name ends so after its comma.
_INVERTED = ("of", "of the", "république", "republic", "rep.")


def listed(words: str) -> tuple[str, ...]:
    """Returns the values one by one, each once: split at semicolons and bars, else at commas but for inverted names.

    Example:
        >>> listed("Mali, Congo, Democratic Republic of the")
        ('Mali', 'Congo, Democratic Republic of the')
    """
    strong = [part for part in _STRONG.split(words) if part.strip()]
    parts = strong if len(strong) > 1 else _at_commas(words)
    return tuple(dict.fromkeys(value for part in parts if (value := " ".join(part.split()).strip(_AROUND))))


def _at_commas(words: str) -> list[str]:
    parts: list[str] = []
    for part in _COMMA.split(words):
        if parts and part.strip().casefold().endswith(_INVERTED):
            parts[-1] = f"{parts[-1]}, {part}"
        else:
            parts.append(part)
    return parts
