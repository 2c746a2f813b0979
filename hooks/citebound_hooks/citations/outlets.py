"""Tells an outlet's name from other words in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from citebound.calendar.names import month_names, weekday_names
from citebound_hooks.citations.lexicon import folded, outlets, phrases, words

MOST_WORDS = 12
_WORD = re.compile(r"[^\s,/&–—]+")
_PART = re.compile(r"[^\s,/&–—-]+")
_DOMAIN = re.compile(r"[\w-]{2,40}(?:\.[\w-]{2,24}){1,3}(?:/[\w-]{0,24})?")
_ACRONYM = re.compile(r"(?:[^\W\d_a-z][.&/]?){2,8}")
_OF = frozenset({"de", "du", "des", "d'", "la", "les"})
_EDGES = ' ,;:–—-"“”«»*_|[('
_NOTE = re.compile(r"\s*(?:\[[^\[\]]{0,60}\]|\([^()]{0,60}\))")
_QUOTED = re.compile(r"(?<!\w)[“\"«‘']([^“”\"«»]{1,300})[”\"»’'],?(?=[\s,]|$)")


def without_notes(printed: str) -> str:
    """Returns an outlet's name without notes such as `[Arabic]`, the title of the piece, commas and an article."""
    name = _QUOTED.sub(" ", printed) if _QUOTED.search(printed) else printed
    name = _NOTE.sub(" ", name)
    name = " ".join(name.split()).strip(_EDGES).removeprefix("the ")
    return re.sub(r"\s+,", ",", name)


def is_known(name: str, seen: frozenset[str] = frozenset()) -> bool:
    """Whether this is a medium that the lexicon or the document itself knows."""
    return folded(name) in outlets() or folded(name) in seen or bool(_DOMAIN.fullmatch(name))


def is_medium(name: str, seen: frozenset[str] = frozenset()) -> bool:
    """Whether the name is known, or tells by one of its words that it is a medium's."""
    return is_known(name, seen) or any(
        word.casefold().strip(".'’") in words().medium for word in _PART.findall(name)
    )


def is_the_same(name: str) -> bool:
    """Whether the name repeats the source cited before."""
    return name.casefold() in words().same


def is_acronym(name: str) -> bool:
    """Whether the name is one of capitals only."""
    return bool(_ACRONYM.fullmatch(name))


def is_plausible(name: str) -> bool:
    """Whether the words could be an outlet's name: capitalised, not too many, no gloss, no place, no day."""
    if is_known(name) or is_the_same(name) or _opening().match(name):
        return True
    parts = _WORD.findall(name)
    if not 1 <= len(parts) <= MOST_WORDS or len(name) < 2 or (name[-1] in ".,:" and len(parts) > 6):
        return False
    if any(part.casefold() in words().instruments for part in parts):
        return False
    if not _heads_a_name(parts[0]) or not _ends_a_name(parts[-1], parts):
        return False
    return all(_is_inside(word) or previous in _OF for previous, word in pairwise(parts))


def _heads_a_name(word: str) -> bool:
    folded_word = word.casefold().strip(".'’")
    if folded_word in words().refused or folded_word in month_names() or folded_word in weekday_names():
        return False
    return not word.islower() and any(character.isalpha() for character in word)


def _ends_a_name(word: str, parts: Sequence[str]) -> bool:
    """Whether a name can end so: a capital, a domain, a number, a kind of document, or French ("Lettre des rives")."""
    if not word.islower() or "." in word or word.isdigit():
        return True
    return word in words().closings or (len(parts) > 1 and parts[-2] in _OF)


def _is_inside(word: str) -> bool:
    if not word.islower() or word in words().inner or word in words().closings:
        return True
    return any(mark in word for mark in ".'’")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(phrases(*words().openings) + r"(?!\w)", re.I)


def spelt_out_before(acronym: str, text: str) -> bool:
    """Whether the words before the brackets spell the acronym out: then it is a gloss ("… Crisis Group (ICG")."""
    letters = [character for character in acronym.casefold() if character.isalpha()]
    before = re.findall(r"[^\W\d_]+", text[-160:])[-len(letters) - 3 :]
    initials = [word[0].casefold() for word in before]
    capitals = [word[0].casefold() for word in before if not word.islower()]
    return any(_ends_with(found, letters) for found in (initials, capitals))


def _ends_with(found: Sequence[str], letters: Sequence[str]) -> bool:
    return len(found) >= len(letters) and list(found[-len(letters) :]) == list(letters)
