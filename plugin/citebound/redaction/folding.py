"""Finds words whatever their case, accents, line breaks and separators.

`Élise Dubois` is found in `ELISE  DUBOIS`, in `Elise Du-` broken over a line, in `elise-dubois` and `EliseDubois` of an
address, and in `É` written as two characters. It is not found inside a longer word, but in scripts whose words stand
unparted or take prefixes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

_WORD = re.compile(r"[^\W_]+")
_GAP = r"[\W_]{0,8}"
_HYPHENATED = r"(?:[-\u2010][ \t\r]{0,8}\n[ \t]{0,8})?"
_UNPARTED = (
    "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "ARABIC", "HEBREW",
    "SYRIAC",
)  # fmt: skip
"""Scripts, by the names of their characters, in which a name may stand without a blank before or behind it."""

Place = tuple[int, int]


class Folded(NamedTuple):
    """A text without case, accents and invisible characters, and where each of its characters came from."""

    text: str
    origins: tuple[int, ...]

    def place(self, start: int, end: int, whole: str) -> Place:
        """Returns the place in the whole text; accents written behind its last letter belong to it."""
        last = self.origins[end - 1] + 1
        while last < len(whole) and unicodedata.category(whole[last]) in {"Mn", "Me"}:
            last += 1
        return self.origins[start], last


@lru_cache(maxsize=8)
def folded(text: str) -> Folded:
    """Folds a text."""
    if text.isascii():
        return Folded(text.lower(), tuple(range(len(text))))
    signs = [(sign, at) for at, whole in enumerate(text) for sign in _folded_sign(whole)]
    return Folded("".join(sign for sign, _ in signs), tuple(at for _, at in signs))


@lru_cache(maxsize=8192)
def _folded_sign(sign: str) -> str:
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold())
    return "".join(part for part in parts if unicodedata.category(part) not in {"Mn", "Me", "Cf"})


class Form:
    """Words to be found in any of their spellings.

    Args:
        words: As somebody wrote them.
    """

    def __init__(self, words: str) -> None:
        self.words = words
        self._pattern = re.compile(_pattern(folded(words.strip()).text))

    def places(self, text: str) -> Iterator[Place]:
        """Yields the places of a text where the words stand, and addresses that hold them in per cent signs."""
        read = folded(text)
        for found in self._pattern.finditer(read.text):
            yield read.place(*found.span(), text)
        if "%" in text:
            yield from self._encoded(text)

    def stands_in(self, text: str) -> bool:
        """Tells whether the words stand anywhere in a text."""
        return next(self.places(text), None) is not None

    def _encoded(self, text: str) -> Iterator[Place]:
        for word in re.finditer(r"\S+", text):
            plain = unquote(word[0]) if "%" in word[0] else word[0]
            if plain != word[0] and self._pattern.search(folded(plain).text):
                yield word.span()


def tokens_of(text: str) -> frozenset[str]:
    """Returns the words of a text, folded."""
    return frozenset(_WORD.findall(folded(text).text))


def parts_words(token: str) -> bool:
    """Tells whether a word is of a script that parts words by blanks, so that it stands alone or not at all."""
    return not any(map(_is_unparted, token))


@lru_cache(maxsize=1024)
def form_of(words: str) -> Form:
    """Returns the form of some words, made once."""
    return Form(words)


def _pattern(words: str) -> str:
    tokens = _WORD.findall(words)
    if not tokens:
        return re.escape(words) if words else r"(?!)"
    before = "" if _is_unparted(tokens[0][0]) else r"(?<![^\W_])"
    behind = "" if _is_unparted(tokens[-1][-1]) else r"(?![^\W_])"
    return before + _GAP.join(_HYPHENATED.join(map(re.escape, token)) for token in tokens) + behind


def _is_unparted(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith(_UNPARTED)
