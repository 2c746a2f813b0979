"""Words as the rules compare them: NBSP, quotes, hyphens, punctuation, white space and case make no difference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)?")


class Word(NamedTuple):
    """A word and its place: `text[start:end]`; `folded` is what is compared."""

    start: int
    end: int
    folded: str


@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[Word, ...]:
    """Returns the words of a text in their order."""
    return tuple(Word(m.start(), m.end(), _folded(m.group())) for m in _WORD.finditer(text))


@lru_cache(maxsize=256)
def folded(text: str) -> tuple[str, ...]:
    """Returns the words of a text, folded, without their places."""
    return tuple(word.folded for word in words_of(text))


def same_words(one: str, other: str) -> bool:
    """Tells whether two texts have the same words in the same order."""
    return folded(one) == folded(other)


def place_of(wanted: str, text: str, start: int = 0) -> tuple[int, int] | None:
    """Returns where the words of `wanted` stand one after the other in `text`, from `start` on, else None."""
    words = [word for word in words_of(text) if word.start >= start]
    at = sequence_at(folded(wanted), [word.folded for word in words])
    if at is None:
        return None
    return words[at].start, words[at + len(folded(wanted)) - 1].end


def sequence_at(wanted: Sequence[str], words: Sequence[str]) -> int | None:
    """Returns the index at which a sequence of words begins in another; None if it does not or is empty."""
    if not wanted:
        return None
    size, first = len(wanted), wanted[0]
    for at in range(len(words) - size + 1):
        if words[at] == first and tuple(words[at : at + size]) == tuple(wanted):
            return at
    return None


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).casefold().replace("’", "'").replace("ʼ", "'")
