"""Decides the year of a date that is printed without one, if the text decides it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from citebound.dates import DateParts
from citebound_hooks.dates.resolve import range_in_the_past
from citebound_hooks.dates.tense import Tense

Parts = tuple[DateParts, DateParts | None]
_SOON = 240  # days ahead up to which a word of the future means the next such day
_JUST_AHEAD = 180  # days ahead up to which "before 1 March" means the next such day, whatever the tense
_JUST_PAST = 45  # days back up to which a day is past although the clause speaks of the future
_LATELY = 120  # days back up to which a day is past although the clause leaves the time open


class Signs(NamedTuple):
    """What stands around the date.

    Attributes:
        tense: The time of its clause.
        limit: Whether it is a limit: "before 1 March".
        scheduled: Whether it is the day of something that is scheduled: "elections on 2 May".
        weekday: The weekday that stands before it, Monday 0.
    """

    tense: Tense
    limit: bool = False
    scheduled: bool = False
    weekday: int | None = None


def with_year(parts: DateParts, until: DateParts | None, start: DateParts, signs: Signs) -> Parts:
    """Returns a date, or a range, with its year; without one where the text does not decide.

    Args:
        parts: What is printed, or what is printed of the first day of a range.
        until: The last day of a range.
        start: The day of writing (or of the source cited), which the past does not lie behind.
        signs: What the text says of its time.
    """
    first, last = range_in_the_past(parts, until, start)
    end = last or first
    if end.year is None or first.year is None:
        return parts, until
    back = _days(start) - _days(end)
    ahead = _days(_later(first)) - _days(start)
    past, future, unknown = (first, last), (_later(first), _later(last) if last else None), (parts, until)
    if signs.tense == "past":
        return future if signs.limit and ahead <= _JUST_AHEAD < back else past
    fitting = [
        one for one in (past, future) if signs.weekday is not None and _weekday(one[0]) == signs.weekday
    ]
    if len(fitting) == 1:
        return fitting[0]
    if signs.scheduled:
        return unknown
    if signs.tense == "future" or signs.limit:
        return future if ahead <= _SOON else past if back <= _JUST_PAST else unknown
    return past if end.year == start.year or back <= _LATELY else unknown


def days_between(one: DateParts, other: DateParts) -> float:
    """Returns how many days the other date lies behind the one, near enough to compare seasons."""
    return _days(other) - _days(one)


def _weekday(parts: DateParts) -> int | None:
    year, month, day = parts
    return date(year, month, day).weekday() if year and month and day and parts.possible else None


def _later(parts: DateParts) -> DateParts:
    dated = parts._replace(year=(parts.year or 0) + 1)
    return dated if dated.possible else parts._replace(year=None)


def _days(parts: DateParts) -> float:
    """Days since the beginning of our era, near enough to compare seasons; the middle of what is not known."""
    return (parts.year or 0) * 365.25 + ((parts.month or 7) - 1) * 30.44 + (parts.day or 15)
