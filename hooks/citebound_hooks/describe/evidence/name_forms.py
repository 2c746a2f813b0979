"""Tells names, and what somebody is, from other words by their form."""

from __future__ import annotations

import re
from functools import cache

from citebound_hooks.describe.evidence.words import no_name_words
from citebound_hooks.describe.names import name_words

_MOST_CASELESS = 7


def are_names(words: str, *, alone: bool = False, caseless: bool = False) -> bool:
    """Tells names from other words: every word but particles and conjunctions has a capital.

    Args:
        words: The words behind "by".
        alone: Whether a single word, such as a pseudonym, may be a name.
        caseless: Whether words of a script without capitals, such as the Arabic, may be names.
    """
    parts = re.findall(r"[\w.'’\-]+", words)
    if any(part.casefold().strip(".") in no_name_words() for part in parts):
        return False
    if len(parts) == 1:
        return alone and len(words) > 2 and not words.isdigit()
    allowed = name_words().particles.union(name_words().conjunctions)
    if caseless and len(parts) <= _MOST_CASELESS and all(map(_has_no_case, parts)):
        return True
    if parts and parts[-1] in name_words().particles:  # "Das Hochwasser vom" is the beginning of a sentence
        return False
    return 2 <= len(parts) <= 14 and all(part[0].isupper() or part.casefold() in allowed for part in parts)


def _has_no_case(word: str) -> bool:
    return word.isalpha() and word.lower() == word.upper()


def is_function(words: str) -> bool:
    """Tells what somebody is: "Staff Writer", "envoyée spéciale à Lomas"."""
    padded = f" {words.strip().casefold()} "
    return any(padded.startswith(each) or padded.endswith(each) for each in _functions())


@cache
def _functions() -> tuple[str, ...]:
    return tuple(f" {profession} " for profession in name_words().professions)
