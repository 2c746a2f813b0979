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
_SINGULAR = r"(?:was|has\sbeen|had\sbeen|a\sété|est)\s(?:\w{2,14}ly\s|later\s|then\s)?"
_MANY = (
    r"(?:lot|number|few|group|family|dozen|hundred|thousand|total|couple|host|series|handful|further|large)\b"
)
_ONE = rf"(?P<one>an?|une?)\s(?!{_MANY})"
_RANGE = re.compile(r"\s?(?:-|–|to|or|à)\s?\d")
_BETWEEN = re.compile(r"\b(?:between|entre)\s(?:\S{1,12}\s(?:and|et)\s)?$", re.I)
_ANY = re.compile(
    r"kill|dead|die|wound|injur|hurt|death|fatal|lives|perish|slain|murder|massac|execut|shot|assass|behead|drown"
    r"|martyr|mort|tu[ée]|bless|décès|vie|gunned|stab|lynch",
    re.I,
)


class Harmed(NamedTuple):
    """A stated number of people; those that one phrase adds up share its place."""

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
                place, number = match.span(name), number_of(match[name] or "")
                if number is not None and _is_count(text, start, place, dates):
                    found.setdefault(place[0], Harmed(match.start(), match.end(), harm, number))
    killed = any(one.harm == "killed" for one in found.values())
    one = None if killed else _one_victim().search(text, start, end)
    if one:
        found[one.start()] = Harmed(one.start(), one.end(), "killed", 1)
    return [found[place] for place in sorted(found)]


def total(harmed: Sequence[Harmed], harm: Harm) -> int | None:
    """Returns the first number that is stated, with what is added to it by "and"; None if there is none.

    "11 soldiers and two civilians dead" gives 13; a second figure ("another source spoke of nine dead") is left out.
    """
    numbers = [one for one in harmed if one.harm == harm]
    if not numbers:
        return None
    return sum(one.number for one in numbers if one[:2] == numbers[0][:2])


def _is_count(text: str, start: int, place: Place, dates: Sequence[Place]) -> bool:
    """Whether a number counts people: not the end of a range, not a part of a date."""
    if _BETWEEN.search(text, max(start, place[0] - 30), place[0]) or _RANGE.match(text, place[1]):
        return False
    return not any(begin <= place[0] < end for begin, end in dates)


@cache
def _one_victim() -> re.Pattern[str]:
    """One person who was killed: "shot dead the journalist Ada Lovo", "Mayor Lovo was assassinated"."""
    noun = any_of(event_words().casualties.one_deed)
    verb = any_of(event_words().casualties.one_victim)
    name = r"[^\W\d_a-zß-öø-ÿ][\w'’-]{1,30}"
    aside = r"(?:,[^,;()]{1,60},)?(?:,?\s(?:who|qui))?"
    passive = rf"{name}{aside}\s{_SINGULAR}{verb}\b"
    described = rf"(?:the|a|an|le|la|un)\s(?:(?!and\b)[a-z-]{{2,20}}\s){{0,4}}{name}(?!s\b)"
    deed = (
        rf"\b{noun}(?:,[^,;()]{{1,60}},)?\s(?:of|du|de)\s(?:(?!and\b)[a-zé-]{{2,20}}\s){{0,4}}{name}(?!s\b)"
    )
    return re.compile(
        rf"{passive}|{deed}|\b{verb}\s(?:{described}|{name}\s{name})|\blost\s(?:his|her)\slife\b"
    )


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Harm], ...]:
    words = event_words().casualties
    return (
        *_made("injured", words.injured_before, words.injured_after, words.killed_after),
        *_made("killed", words.killed_before, words.killed_after, words.injured_after),
    )


def _made(
    harm: Harm, before: tuple[str, ...], after: tuple[str, ...], otherwise: tuple[str, ...]
) -> Iterator[tuple[re.Pattern[str], Harm]]:
    """Yields the patterns of one harm: a verb before the number, words behind it, and one person alone."""
    free = any_of(tuple(word for word in before if word not in event_words().casualties.needs_after))
    counted = rf"{_HEDGE}(?P<m>{NUMBER})(?=\s[^\W\d_]{{3,20}}(?!{_VERB}{any_of(otherwise)}))"
    more = rf"(?:{_PEOPLE}\s(?:and|et)\s{counted})?"
    for pattern in (
        rf"\b{free}\s(?:the\s)?{_HEDGE}(?P<n>{NUMBER}){more}",
        rf"\b(?P<n>{NUMBER})(?:\sother)?{_PEOPLE}{_ASIDE}{_VERB}{any_of(after)}\b",
        rf"\b{free}\s{_ONE}[a-z]",
        rf"\b{_ONE}(?:[a-z-]{{2,16}}\s){{1,3}}{_SINGULAR}{any_of(after)}\b",
    ):
        yield re.compile(pattern, re.I), harm
