"""Patterns of phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternatives(phrases: Iterable[str]) -> str:
    """Returns a pattern for any of the phrases, the longest first; white space matches in every form.

    Args:
        phrases: The phrases, in any order; of the same ones comes always the same pattern.
    """
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s{1,3}".join(map(re.escape, phrase.split())) for phrase in longest_first)
