"""The words around dates, loaded once."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from citebound.calendar.names import language_names, month_names
from citebound_hooks.language.lexicon import load_lexicon

Unit = Literal["day", "month", "year", "none"]


class RelativeForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Forms that count from another day; the keys are explained at the head of `dates.toml`."""

    forms: tuple[str, ...]
    unit: Unit
    shift: int
    start: Literal["publication", "text"] = msgspec.field(default="publication", name="from")


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `dates.toml`."""

    numbers: dict[str, int]
    modifiers: tuple[str, ...]
    month_cues: frozenset[str]
    year_nouns: frozenset[str]
    past_nouns: frozenset[str]
    future: frozenset[str]
    unsettled: frozenset[str] = msgspec.field(name="open")
    limits: tuple[str, ...]
    scheduled: frozenset[str]
    sayings: frozenset[str]
    part_years: dict[str, tuple[int, int]]
    feasts: dict[str, str]
    past: frozenset[str]
    not_past: frozenset[str]
    relative: tuple[RelativeForms, ...]


class Form(NamedTuple):
    """One relative form, to be matched where its first word stands; its pattern is compiled when it is first used."""

    pattern: str
    unit: Unit
    shift: int
    start: Literal["publication", "text"]

    def match(self, text: str, at: int, end: int) -> re.Match[str] | None:
        """Matches the form at a place."""
        return _compiled(self.pattern).match(text, at, end)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


@cache
def date_words() -> DateWords:
    """Returns the lexicon, read once."""
    return load_lexicon(Path(__file__).with_name("dates.toml"), DateWords)


@cache
def relative_forms() -> dict[str, dict[str, tuple[Form, ...]]]:
    """Returns the relative forms under their first and their second token, lower case, the longest first.

    A form of one token stands under the second token "".
    """
    found: dict[str, dict[str, list[Form]]] = {}
    for group in date_words().relative:
        for words in sorted(group.forms, key=len, reverse=True):
            form = Form(_pattern(words) + r"(?!\w)", group.unit, group.shift, group.start)
            for first, second in product(_first_tokens(words), _second_tokens(words)):
                found.setdefault(first, {}).setdefault(second, []).append(form)
    return {first: {second: tuple(forms) for second, forms in some.items()} for first, some in found.items()}


@cache
def relative_triggers() -> dict[str, bool]:
    """Returns the first tokens of relative forms and weekdays, lower case, and whether one can stand alone.

    Numbers in digits are not among them.
    """
    return {first: "" in seconds for first, seconds in relative_forms().items()} | dict.fromkeys(
        weekdays(), True
    )


@cache
def second_tokens() -> frozenset[str]:
    """Returns the second tokens of all relative forms."""
    return frozenset(second for seconds in relative_forms().values() for second in seconds if second)


@cache
def modifier() -> re.Pattern[str]:
    """Returns the pattern of a modifier at the end of what stands before a date."""
    ordered = sorted(date_words().modifiers, key=len, reverse=True)
    parts = (rf"{_phrase(word)}\s?" if word.endswith("-") else rf"{_phrase(word)}\s" for word in ordered)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})$", re.I)


@cache
def limit() -> re.Pattern[str]:
    """Returns the pattern of a limit at the end of what stands before a date; `gap` are the words between."""
    parts = sorted(map(_phrase, date_words().limits), key=len, reverse=True)
    gap = r"(?P<gap>(?:[\w'’-]{1,20}\s){0,5})"
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})\s(?:(?:the|late|early|le|fin|début)\s)?{gap}$", re.I)


@cache
def part_of_year() -> re.Pattern[str]:
    """Returns the pattern of a quarter or half of a year; its groups are the part and the year."""
    parts = sorted(map(_phrase, date_words().part_years), key=len, reverse=True)
    return re.compile(rf"(?:the\s|le\s)?({'|'.join(parts)})\s(?:of\s|de\s)?((?:19|20)\d\d)(?!\d)", re.I)


@cache
def feast() -> re.Pattern[str]:
    """Returns the pattern of a named day."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_phrase, date_words().feasts))})(?!\w)")


@cache
def feast_days() -> dict[str, tuple[int, int]]:
    """Returns month and day of each named day."""
    return {name: (int(day[:2]), int(day[3:])) for name, day in date_words().feasts.items()}


@cache
def month_triggers() -> dict[str, str]:
    """Returns the months' full names, lower case, under the tokens that tell them: themselves and "mid-…"."""
    names = [name for name, month in month_names().items() if not month.short and " " not in name]
    return {name: name for name in names} | {f"{mid}-{name}": name for mid in ("mid", "mi") for name in names}


@cache
def weekdays() -> dict[str, int]:
    """Returns the full names of the weekdays in English, French and Spanish, lower case; Monday is 0."""
    names = language_names()
    return {
        word: number
        for tag in ("en", "fr", "es")
        for number, day in enumerate(names[tag].weekdays[:7])
        for word in genitives(day.casefold())
    }


def _first_tokens(words: str) -> tuple[str, ...]:
    first, *others = words.casefold().split()
    if first == "{n}":
        return (*(word for word in date_words().numbers if " " not in word), "#")
    return genitives(first) if not others else (first, first.replace("'", "’")) if "'" in first else (first,)


def _second_tokens(words: str) -> tuple[str, ...]:
    _, *others = words.casefold().split()
    return genitives(others[0]) if others else ("",)


def genitives(word: str) -> tuple[str, ...]:
    """Returns a word's tokens: as it is, and with the genitive that the tokens keep ("last year's")."""
    return tuple(dict.fromkeys((word, word.replace("'", "’"), f"{word}'s", f"{word}’s")))


def _pattern(words: str) -> str:
    numbers = "|".join([r"\d{1,3}", *map(re.escape, sorted(date_words().numbers, key=len, reverse=True))])
    return _phrase(words).replace(re.escape("{n}"), f"(?P<n>{numbers})")


def _phrase(words: str) -> str:
    return r"\s{1,3}".join(re.escape(word).replace("'", "['’]") for word in words.split())
