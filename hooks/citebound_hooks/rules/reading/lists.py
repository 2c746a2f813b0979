"""The data files of this folder, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from citebound_hooks.language.lexicon import load_lexicon
from citebound_hooks.rules.reading.words import folded

T = TypeVar("T")
_BRACKETS = frozenset({("[", "]"), ("<", ">"), ("{", "}")})
_LONGEST_PLACEHOLDER = 40  # characters; the longest in the list has 20


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The base of the files' tables: unknown keys refused."""


class WithdrawnSite(_Table, frozen=True):
    """Addresses that may be dead: a host with its subdomains, a begin of the path, and what to do."""

    host: str
    path: str
    advice: str


class _Withdrawn(_Table, frozen=True):
    sites: tuple[WithdrawnSite, ...]


class _Placeholders(_Table, frozen=True):
    values: tuple[str, ...]
    anywhere: tuple[str, ...]
    slots: tuple[str, ...]


class _Periodicals(_Table, frozen=True, rename="kebab"):
    ends: frozenset[str]
    ends_of_a_citation: frozenset[str]
    begins: frozenset[str]


class _Names(_Table, frozen=True):
    names: tuple[str, ...]


class _Places(_Table, frozen=True):
    places: tuple[str, ...]


@cache
def placeholders() -> frozenset[tuple[str, ...]]:
    """Returns the folded words of each value that stands for nothing."""
    return frozenset(folded(value) for value in load("placeholders", _Placeholders).values)


@cache
def placeholders_anywhere() -> tuple[str, ...]:
    """Returns the words that stand for nothing wherever they stand."""
    return load("placeholders", _Placeholders).anywhere


@cache
def withdrawn_sites() -> tuple[WithdrawnSite, ...]:
    """Returns the addresses that may be dead."""
    return load("withdrawn", _Withdrawn).sites


@cache
def _periodicals() -> _Periodicals:
    return load("periodicals", _Periodicals)


@cache
def publishing_places() -> frozenset[tuple[str, ...]]:
    """Returns the folded words of each city that stands behind publishers' names."""
    return frozenset(folded(place) for place in load("publishing_places", _Places).places)


def is_collective(publisher: str) -> bool:
    """Tells a name under which a site gathers the documents of many bodies, and which its cite-as lines leave out."""
    return folded(publisher) in _collective()


@cache
def _collective() -> frozenset[tuple[str, ...]]:
    return frozenset(folded(name) for name in load("collective_publishers", _Names).names)


def is_periodical(name: str, *, closes_sentence: bool = False) -> bool:
    """Tells the name of a newspaper or a station by its last or its first word: `Tarn Gazette`, `Radio Tarn`.

    Args:
        name: The name.
        closes_sentence: Whether it closes a sentence as a citation does; then `Tarn Post` is one too.
    """
    words, periodicals = name.split(), _periodicals()
    if not 2 <= len(words) <= 5 or not all(word[0].isupper() for word in words):
        return False
    ends = periodicals.ends | periodicals.ends_of_a_citation if closes_sentence else periodicals.ends
    return words[-1] in ends or words[0] in periodicals.begins


def is_placeholder(value: str) -> bool:
    """Tells whether a value stands for nothing."""
    if len(value) > _LONGEST_PLACEHOLDER:
        return False
    return folded(value) in placeholders() or not folded(value) or _is_slot(value)


def _is_slot(value: str) -> bool:
    """Tells a slot of a form that nobody filled in: `[Author name]`, `<Title>`, `{{ date }}`."""
    bare = value.strip()
    if (bare[:1], bare[-1:]) not in _BRACKETS:
        return False
    return bool(folded(bare)) and set(folded(bare)) <= _slots()


@cache
def _slots() -> frozenset[str]:
    return frozenset(word for slot in load("placeholders", _Placeholders).slots for word in folded(slot))


def load(name: str, schema: type[T]) -> T:
    """Returns a data file of this folder in its schema."""
    return load_lexicon(Path(__file__).with_name(f"{name}.toml"), schema)
