"""Finds how many were killed and injured: the numbers that the text states, whatever hedge stands before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from citebound_hooks.events.lexicon import any_of, event_words
from citebound_hooks.events.numbers import NUMBER, number_of

Place = tuple[int, int]
Harm = Literal["killed", "injured"]
_HEDGE = (
    r"(?:(?:at\sleast|at\smost|up\sto|about|around|some|nearly|almost|more\sthan|over|an\sestimated|approximately|roughly"
    r"|as\smany\sas|fewer\sthan|au\smoins|environ|près\sde|plus\sde|another|a\sfurther)\s)?"
)
_PEOPLE = r"(?:\s(?!and\b|et\b|or\b|but\b)[^\W\d_][\w'’-]{1,20}){0,4}?"
_VERB = r"\s(?:(?:was|were|had|have|has|been|being|also|reportedly|left|be|lay|lie|ont\sété|ont)\s){0,3}"
_ASIDE = r"(?:,[^,.;()]{1,60},)?"
_RANGE = re.compile(r"\s?(?:-|–|to|or|à)\s?\d")


_ANY = re.compile(
    r"kill|dead|die|wound|injur|hurt|death|fatal|lives|perish|slain|murder|massac|execut|shot|assass|behead|drown"
    r"|martyr|mort|tu[ée]|bless|décès|vie",
    re.I,
)


class Harmed(NamedTuple):
    """A stated number of people at its place."""

    start: int
    end: int
    harm: Harm
    number: int


def find_harmed(text: str, start: int, end: int, dates: Sequence[Place] = ()) -> list[Harmed]:
    """Returns the numbers of killed and injured in `text[start:end]`, in order.

    A range such as 10-12 gives none, and the numbers in dates are none.
    """
    if not _ANY.search(text, start, end):
        return []
    found: dict[int, Harmed] = {}
    for pattern, harm in _patterns():
        for match in pattern.finditer(text, start, end):
            for name in pattern.groupindex:
                place, number = match.start(name), number_of(match[name] or "")
                if (
                    number is not None
                    and not _is_range(text, start, match.span(name))
                    and not _within(place, dates)
                ):
                    found.setdefault(place, Harmed(match.start(), match.end(), harm, number))
    return [found[place] for place in sorted(found)]


def total(harmed: list[Harmed], harm: Harm) -> int | None:
    """Returns the sum of one sentence's numbers ("11 soldiers and two civilians dead"); None if there are none."""
    numbers = [one.number for one in harmed if one.harm == harm]
    return sum(numbers) if numbers else None


def _is_range(text: str, start: int, place: Place) -> bool:
    before = text[max(start, place[0] - 9) : place[0]].rstrip().casefold()
    return before.endswith(("between", "entre")) or bool(_RANGE.match(text, place[1]))


def _within(place: int, places: Sequence[Place]) -> bool:
    return any(start <= place < end for start, end in places)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Harm], ...]:
    return tuple(_made())


def _made() -> Iterator[tuple[re.Pattern[str], Harm]]:
    words = event_words().casualties
    harms: tuple[tuple[Harm, tuple[str, ...], tuple[str, ...]], ...] = (
        ("injured", words.injured_before, words.injured_after),
        ("killed", words.killed_before, words.killed_after),
    )
    other = {"killed": words.injured_after, "injured": words.killed_after}
    for harm, before, after in harms:
        free = tuple(word for word in before if word not in words.needs_after)
        ends_otherwise = rf"{_VERB}{any_of(other[harm])}"
        counted = rf"{_HEDGE}(?P<m>{NUMBER})(?=\s[^\W\d_]{{3,20}}(?!{ends_otherwise}))"
        more = rf"(?:{_PEOPLE}\s(?:and|et)\s{counted})?"
        yield re.compile(rf"\b{any_of(free)}\s(?:the\s)?{_HEDGE}(?P<n>{NUMBER}){more}", re.I), harm
        yield (
            re.compile(rf"\b(?P<n>{NUMBER})(?:\sother)?{_PEOPLE}{_ASIDE}{_VERB}{any_of(after)}\b", re.I),
            harm,
        )
