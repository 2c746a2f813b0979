"""Words without their endings, by which two claims are seen to speak of one thing."""

from __future__ import annotations

import re
from functools import lru_cache

from citebound_hooks.claims.found import Place

READ = 600  # characters of a content that are compared
_ROOT = 6  # letters
_SUFFIX = re.compile(r"(?:ings?|ed|es|s|ers?|ions?|ment)$")


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Returns a word without the ending of a verb form or plural."""
    short = _SUFFIX.sub("", word)
    return short if len(short) >= 3 else word


@lru_cache(maxsize=1 << 14)
def root(word: str) -> str:
    """Returns the beginning that the forms of a verb and the nouns made of it share."""
    return stem(word).rstrip("e")[:_ROOT]


def words_of(text: str, place: Place | None) -> str:
    """Returns the words of a place, not too many of them."""
    return text[place[0] : min(place[1], place[0] + READ)] if place else ""
