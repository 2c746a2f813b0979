"""The month and weekday names of `months.toml`, as look-up tables."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import msgspec


class LanguageNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The names of one language; see the head of `months.toml`."""

    capitalised: bool
    months: list[list[str]]
    abbreviations: list[list[str]]
    weekdays: list[str]
    year_cues: list[str]


class MonthName(NamedTuple):
    """What a word says as a month.

    Attributes:
        number: 1 to 12.
        capitalised: Written with a capital letter in every language that has it: without one, and without
            day and year, it may be another word ("they may 10").
        short: An abbreviation of a language other than English: without day and year it may be another word
            ("ago").
    """

    number: int
    capitalised: bool
    short: bool


@cache
def language_names() -> MappingProxyType[str, LanguageNames]:
    """Returns the names by language tag."""
    content = Path(__file__).with_name("months.toml").read_text("utf-8")
    return MappingProxyType(msgspec.convert(tomllib.loads(content), dict[str, LanguageNames]))


@cache
def month_names() -> MappingProxyType[str, MonthName]:
    """Returns every month name and abbreviation of every language, case folded, with what it says."""
    table: dict[str, MonthName] = {}
    for tag, names in language_names().items():
        for number, (full, short) in enumerate(zip(names.months, names.abbreviations, strict=True), 1):
            for word in full:
                _widen(table, word, MonthName(number, names.capitalised, False))
            for word in short:
                _widen(table, word, MonthName(number, names.capitalised, tag != "en"))
    return MappingProxyType(table)


def _widen(table: dict[str, MonthName], word: str, name: MonthName) -> None:
    """Enters a name; a full name of one language outranks the same word as an abbreviation of another."""
    known = table.get(word.casefold())
    if known is None or (known.short and not name.short):
        table[word.casefold()] = name
    elif known.short == name.short:
        table[word.casefold()] = known._replace(capitalised=known.capitalised and name.capitalised)


@cache
def weekday_names() -> frozenset[str]:
    """Returns all names of weekdays, case folded."""
    return frozenset(day.casefold() for names in language_names().values() for day in names.weekdays)


@cache
def year_cues() -> frozenset[str]:
    """Returns the words after which a bare number is a year, case folded."""
    return frozenset(cue.casefold() for names in language_names().values() for cue in names.year_cues)


def month_number(words: str) -> int | None:
    """Returns the number of the month that words such as `Sept.` or `آذار/مارس` name, or None."""
    found = {_single_month(word) for word in words.split("/")}
    return found.pop() if len(found) == 1 else None


def _single_month(word: str) -> int | None:
    name = month_names().get(" ".join(word.rstrip(". ").casefold().split()))
    return name.number if name else None
