"""Dates compared by what is known of them: 2017-03 and 2017-03-24 agree, and neither lies before the other."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from difflib import get_close_matches
from functools import lru_cache

from citebound.calendar.names import month_names
from citebound.dates import find_dates, parse_date
from citebound.model import Date, Field

_UNDECIDED = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{4}(?![\d/.-])")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_YEAR_OF_FIVE = re.compile(r"(?<!\d)(?:19|20)\d{3}(?!\d)")
_YEAR_OF_THREE = re.compile(r"(?:^|[^\W\d]\.?,?[ \xa0])(?:19|20)\d(?!\d)")
_YEAR_WITH_LETTERS = re.compile(r"(?<!\w)(?=\w{0,3}[OoIl])(?=\w{0,3}\d)[12Il][09Oo][\dOoIl]{2}(?!\w)")
_WORD = re.compile(r"[^\W\d_]{4,12}")
_ALIKE = 0.8
_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|2[0-9])\d\d(?!\d)")


def agree(one: Date, other: Date) -> bool:
    """Tells whether two dates can mean the same day: nothing that both state differs."""
    return not days_before(one, other) and not days_before(other, one)


def days_before(one: Date, other: Date) -> int:
    """Returns by how many days, at least, `one` lies before `other`; 0 if that is not certain."""
    last, first = _last_day(one.iso_end or one.iso), _first_day(other.iso)
    return max((first - last).days, 0) if last and first else 0


def days_apart(one: Date, other: Date) -> int:
    """Returns by how many days, at least, two dates differ; 0 if they can mean the same day."""
    return days_before(one, other) or days_before(other, one)


def known(field: Field[Date] | None) -> Date | None:
    """Returns the field's date if it has an ISO form."""
    return field.value if field is not None and field.value.iso else None


def year_of(date: Date) -> int | None:
    """Returns the year of a date, None if it has none."""
    return int(date.iso[:4]) if date.iso else None


@lru_cache(maxsize=512)
def _first_day(iso: str | None) -> datetime.date | None:
    parts = _parts(iso)
    return datetime.date(*(*parts, 1, 1)[:3]) if parts else None


@lru_cache(maxsize=512)
def _last_day(iso: str | None) -> datetime.date | None:
    parts = _parts(iso)
    if not parts:
        return None
    year, month = (*parts, 12)[:2]
    return datetime.date(year, month, parts[2] if len(parts) == 3 else monthrange(year, month)[1])


def _parts(iso: str | None) -> tuple[int, ...]:
    return tuple(int(part) for part in iso.split("-")) if iso else ()


def is_impossible(date: Date) -> bool:
    """Tells whether words look like a date, with a year, and no calendar has it; 03/04/2017 is only undecided."""
    if date.iso is not None or is_undecided(date) or _holds_a_date(date.raw):
        return False
    if _YEAR.search(date.raw) or _YEAR_OF_FIVE.search(date.raw):
        return parse_date(date.raw.strip().strip("/")) is not None
    return bool(_YEAR_OF_THREE.search(date.raw) or _YEAR_WITH_LETTERS.search(date.raw))


def _holds_a_date(words: str) -> bool:
    """Tells words around a date or a range of days that the calendar has: "Vale, 3–9 November 2014"."""
    printed = [each.parts for each in find_dates(words) if each.parts.year is not None]
    return bool(printed) and all(parts.possible for parts in printed)


def misspelt_month(date: Date) -> str | None:
    """Returns the word of a date that nearly is a month's name, where that keeps the date from being read."""
    if date.iso is not None or not _YEAR.search(date.raw) or parse_date(date.raw) is not None:
        return None
    names = [name for name in month_names() if len(name) > 3]
    words = (match.group() for match in _WORD.finditer(date.raw))
    return next((word for word in words if get_close_matches(word.casefold(), names, 1, _ALIKE)), None)


def is_undecided(date: Date) -> bool:
    """Tells whether day and month of a date in numbers can be swapped."""
    match = _UNDECIDED.match(date.raw.strip()) if date.iso is None else None
    return match is not None and 0 < int(match[1]) <= 12 and 0 < int(match[2]) <= 12


def readings(date: Date) -> tuple[Date, ...]:
    """Returns the days that a date can mean: itself, or both orders of day and month; none if it cannot be read."""
    if date.iso is not None:
        return (date,)
    orders = (parse_date(date.raw, day_first=first) for first in (True, False)) if is_undecided(date) else ()
    return tuple(each for each in orders if each and each.iso)


def has_impossible_day(date: Date) -> bool:
    """Tells whether a date, with a year or without one, has a day that its month never has."""
    if date.iso is not None:
        return False
    return any(not printed.parts.possible for printed in find_dates(date.raw))


def in_words(date: Date) -> str:
    """Returns a whole date as day, month in English words and year."""
    year, month, day = _parts(date.iso)
    return f"{day} {_MONTHS[month - 1]} {year}"
