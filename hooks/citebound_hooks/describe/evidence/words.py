"""The words of `words.toml`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from citebound.calendar.names import weekday_names
from citebound_hooks.language.alternatives import alternatives
from citebound_hooks.language.lexicon import load_lexicon

_WORD = re.compile(r"[^\W\d_]+")
_LABELS = ("published", "updated")


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What words beside a date say of it."""

    published: tuple[str, ...]
    alone: tuple[str, ...]
    years: tuple[str, ...]
    page_itself: tuple[str, ...]
    updated: tuple[str, ...]
    change: tuple[str, ...]
    as_of: tuple[str, ...]
    beside: tuple[str, ...]
    other: tuple[str, ...]
    announcing: tuple[str, ...]
    senders: tuple[str, ...]
    no_names: tuple[str, ...]


@cache
def date_words() -> DateWords:
    """Returns the words beside dates."""
    return load_lexicon(Path(__file__).with_name("words.toml"), DateWords)


@lru_cache(maxsize=256)  # asked for the same words by several stages
def is_before_date(kind: str, before: str) -> bool:
    """Tells whether what stands before a date ends with a word of a kind, a name or a weekday aside."""
    first_words, pattern = _before_date(kind)
    if first_words.isdisjoint(word.strip("(:,.-–|•·") for word in before.casefold().split()):
        return False
    return pattern.search(before) is not None


def begins_with_date_word(kind: str, before: str) -> bool:
    """Tells whether what stands before a date also begins with such a word; "Kindia update," opens a title."""
    phrases: tuple[str, ...] = getattr(date_words(), kind)
    return before.strip().casefold().startswith(phrases) and is_before_date(kind, before)


def may_label_date(words: str) -> bool:
    """Tells at a glance whether words may hold one that says of a date what it is."""
    return not _first_words().isdisjoint(_WORD.findall(words.casefold()))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_WORD.findall(" ".join(word for kind in _LABELS for word in _before_date(kind)[0])))


def is_of_another_date(label: str) -> bool:
    """Tells a label that speaks of a date, and not of one of the page: "Date deposited", "Hearing date"."""
    words = label.casefold().strip(" :：\t").split()
    return not date_words_alone().isdisjoint(words) and not names_a_date(label)


@cache
def date_words_alone() -> frozenset[str]:
    """Returns the words for "date"."""
    return frozenset(date_words().alone)


def is_date_word(kind: str, words: str) -> bool:
    """Tells words that are nothing but such a word, with or without a colon."""
    phrases: tuple[str, ...] = getattr(date_words(), kind)
    return words.strip(" :：\t").casefold() in phrases


def names_a_date(label: str) -> bool:
    """Tells a label that speaks of a date of the page: "Issue Date", "Published", "As of"."""
    return any(is_before_date(kind, label) for kind in ("published", "updated", "as_of"))


def tells_of_page(words: str) -> bool:
    """Tells the beginning of a sentence about the page itself: "This page was last edited on …"."""
    return words.casefold().startswith(date_words().page_itself)


@cache
def _before_date(kind: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """Returns the first words of the phrases of a kind, and their pattern at the end of a string."""
    words: tuple[str, ...] = getattr(date_words(), kind)
    # A weekday, an article, a time or a name may stand between ("Published by Jane Doe on Friday, …").
    time = r"(?:\d{1,2}[:.h]\d\d[^\d|•·;\n]{0,20})?"
    pattern = rf"(?:^|\W)(?:{alternatives(words)})(?:\s{{0,3}}[:：])?[^\d|•·;\n]{{0,40}}{time}$"
    alone = {"published": date_words().alone, "updated": date_words().change}.get(kind, ())
    if alone:
        label = rf"(?:{alternatives(alone)})\s{{0,3}}[:：]?\s{{0,3}}"
        pattern += rf"|(?:^|[|•·;\n\t(])\s{{0,3}}{label}(?:[^\W\d_]{{3,12}},?\s)?$"
        words += alone
    return frozenset(phrase.split()[0].strip("(") for phrase in words), re.compile(pattern, re.IGNORECASE)


@cache
def no_name_words() -> frozenset[str]:
    """Returns single words that no name holds, though they stand beside dates and bylines."""
    words = date_words()
    phrases = (*words.published, *words.updated, *words.no_names)
    days = (day for day in weekday_names() if len(day) > 4)  # "Sam" and "Fred" are names
    return frozenset(days).union(
        word for phrase in phrases for word in phrase.split() if len(word) > 3 or phrase == word
    )
