"""Patterns of phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_GAP = r"\s{1,3}"


def alternatives(phrases: Iterable[str]) -> str:
    """Returns a pattern for any of the phrases, the longest first; white space matches in every form.

    What several phrases begin with is written once, so that the search does not try each of them at every place.

    Args:
        phrases: The phrases, in any order; of the same ones comes always the same pattern.
    """
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(_branches([_signs(phrase) for phrase in longest_first]))


def _signs(phrase: str) -> list[str]:
    return [_GAP if sign == " " else re.escape(sign) for sign in " ".join(phrase.split())]


def _branches(rows: Sequence[list[str]]) -> list[str]:
    """Returns the rows of signs as alternatives, those that begin alike as one; the case of a letter may not count."""
    alike: dict[str, list[list[str]]] = {}
    for row in rows:
        alike.setdefault(row[0].lower() if row else "", []).append(row)
    made: list[str] = []
    for same in alike.values():
        if len(same) == 1 or not same[0] or len({row[0] for row in same}) > 1:
            made += map("".join, same)
            continue
        rest = _branches([row[1:] for row in same])
        made.append(same[0][0] + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})"))
    return made
