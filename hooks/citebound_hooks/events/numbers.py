"""Reads numbers as reports write them: 1,200, eleven, twenty-one, two dozen."""

from __future__ import annotations

import re

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_UNITS += [
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_FRENCH = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11,
    "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "trente": 30,
    "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100,
}  # fmt: skip
_WORDS = {
    **{word: number for number, word in enumerate(_UNITS)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{
        f"{ten}-{unit}": 10 * t + u
        for t, ten in enumerate(_TENS, 2)
        for u, unit in enumerate(_UNITS[1:10], 1)
    },
    **_FRENCH,
    **{
        f"{ten}-{unit}": _FRENCH[ten] + _FRENCH[unit]
        for ten in ("vingt", "trente", "quarante", "cinquante", "soixante")
        for unit in ("deux", "trois", "quatre", "cinq", "sept", "huit", "neuf")
    },
}
_ONE = frozenset({"a", "an", "un", "une"})
_ABOUT = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
}  # fmt: skip
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?!\d)|\d{1,6}(?![\d%,.:-]*\d)"
NUMBER = (
    rf"(?:{_DIGITS}|une\s(?:{'|'.join(_ABOUT)})\b|(?:{_WORD}|a)\s(?:dozen|hundred|thousand)\b|(?:{_WORD})\b)"
)
NUMBER_WORDS = frozenset(_WORDS) | {"a", "an"}
_GROUPED = re.compile(r"[\d,.\s]+")


def number_of(words: str) -> int | None:
    """Returns the number that the words say; None for what is none."""
    plain = " ".join(words.casefold().split())
    if _GROUPED.fullmatch(plain):
        return int(re.sub(r"\D", "", plain))
    first, _, times = plain.partition(" ")
    if times in _ABOUT:
        return _ABOUT[times]
    value = 1 if first in _ONE else _WORDS.get(first)
    return None if value is None else value * _TIMES[times] if times in _TIMES else value
