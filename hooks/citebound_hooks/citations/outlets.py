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
_ARTICLES = frozenset({"Le", "La", "Les"})
_EDGES = ' ,;:–—-"“”«»*_|[('
_NOTE = re.compile(r"\s*(?:\[[^\[\]]{0,60}\]|\([^()]{0,60}\))")
_HEARD = re.compile(
    r",\s(?:in\s[^\Wa-z]\w{2,20}|\d{3,4}\s?(?i:gmt|utc))(?=,|$)"
)  # "Radio X, in Hausa, 1900 gmt"
_QUOTED = re.compile(r"(?<!\w)[“\"«‘']([^“”\"«»]{1,300})[”\"»’'],?(?=[\s,]|$)")


def without_notes(printed: str) -> str:
    """Returns an outlet's name without notes such as `[Arabic]`, the title of the piece, commas and an article.

    Numbers behind a comma (", no. 14") and what kind of message it is (", personal communication") go too.
    """
    name = _QUOTED.sub(" ", printed) if _QUOTED.search(printed) else printed
    name = _NOTE.sub(" ", name)
    name = " ".join(name.split()).strip(_EDGES).removeprefix("the ")
    name = re.sub(r"\s+,", ",", name)
    if "," not in name:
        return name
    name = _located().sub("", _HEARD.sub("", name))
    head, _, kind = name.rpartition(", ")
    is_kind = head and kind.islower() and not words().closings.isdisjoint(kind.split())
    return head if is_kind else name


@cache
def locator() -> str:
    """Returns a pattern for a place inside a source: "p. 14", "paras 3-5", "Sec. 7.a", "§ 34"."""
    return rf"{phrases(*words().locators)}\.?\s?(?:[a-z]?\d[\w.]{{0,8}}|[divx]{{1,6}})(?:\s?[-–,]\s?\d{{1,5}}){{0,3}}"


@cache
def _located() -> re.Pattern[str]:
    symbol = r"[A-Z]{1,5}/[\w./()-]{2,40}"  # of the United Nations: S/2017/1104
    return re.compile(rf"(?:,\s?(?:{locator()}|(?-i:{symbol})))+$", re.I)


def is_known(name: str, seen: frozenset[str] = frozenset()) -> bool:
    """Whether this is a medium that the lexicon or the document itself knows."""
    known = folded(name) in outlets() and not name.islower()  # "map" is not the agency MAP
    return known or folded(name) in seen or bool(_DOMAIN.fullmatch(name))


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
    parts = _WORD.findall(name)
    if is_known(name) or is_the_same(name) or (is_described(name) and len(parts) <= MOST_WORDS):
        return True
    if not 1 <= len(parts) <= MOST_WORDS or len(name) < 2 or (name[-1] in ".,:" and len(parts) > 6):
        return False
    if any(part.casefold() in words().instruments for part in parts):
        return False
    if not _heads_a_name(parts[0]) and not (parts[1:] and is_medium(" ".join(parts[1:]))):
        return False
    if not _ends_a_name(parts[-1], parts):
        return False
    others = [word for previous, word in pairwise(parts[:-1]) if not _is_inside(word) and previous not in _OF]
    return len(others) <= (parts[-1] in words().closings or parts[-1] in words().medium)


def is_described(name: str) -> bool:
    """Whether a source without a name of its own is told by what it is: "letter of the prosecutor's office"."""
    first = name.split(maxsplit=1)[:1]
    return bool(first) and first[0].casefold() in _first_words() and _opening().match(name) is not None


def _heads_a_name(word: str) -> bool:
    folded_word = word.casefold().strip(".'’")
    if folded_word in words().refused or folded_word in month_names() or folded_word in weekday_names():
        return False
    return word[0] == "@" or (not word.islower() and any(character.isalpha() for character in word))


def _ends_a_name(word: str, parts: Sequence[str]) -> bool:
    """Whether a name can end so: a capital, a domain, a number, a kind of document, or French.

    "Lettre des rives", "Le Pays libre".
    """
    if not word.islower() or "." in word or word.isdigit():
        return True
    if word in words().closings or word in words().medium:
        return True
    if len(parts) > 1 and parts[-2] in _OF:
        return True
    return len(parts) == 3 and parts[0] in _ARTICLES and not parts[1].islower()


def _is_inside(word: str) -> bool:
    if not word.islower() or word in words().inner or word in words().closings:
        return True
    return any(mark in word for mark in ".'’")


@cache
def _first_words() -> frozenset[str]:
    opened = (opening.split(maxsplit=1)[0].casefold() for opening in words().openings)
    return words().closings.union(opened, (f"{kind}," for kind in words().openings))


@cache
def _opening() -> re.Pattern[str]:
    kinds = phrases(*words().closings)
    described = rf"{kinds}\s(?:(?:of|from|by|to|with|du|de|des|avec)\s|d['’])"
    return re.compile(rf"{phrases(*words().openings)}(?!\w)|{described}", re.I)


def spelt_out_before(acronym: str, text: str) -> bool:
    """Whether the words before the brackets spell the acronym out: then it is a gloss ("… Crisis Group (ICG")."""
    letters = [character for character in acronym.casefold() if character.isalpha()]
    before = re.findall(r"[^\W\d_]+", text[-160:])[-len(letters) - 3 :]
    initials = [word[0].casefold() for word in before]
    capitals = [word[0].casefold() for word in before if not word.islower()]
    return any(_ends_with(found, letters) for found in (initials, capitals))


def _ends_with(found: Sequence[str], letters: Sequence[str]) -> bool:
    return len(found) >= len(letters) and list(found[-len(letters) :]) == list(letters)
