"""Dates compared by what is known of them: 2017-03 and 2017-03-24 agree, and neither lies before the other."""

from __future__ import annotations

import datetime
from calendar import monthrange

from citebound.model import Date, Field


def agree(one: Date, other: Date) -> bool:
    """Tells whether two dates can mean the same day: nothing that both state differs."""
    return not days_before(one, other) and not days_before(other, one)


def days_before(one: Date, other: Date) -> int:
    """Returns by how many days, at least, `one` lies before `other`; 0 if that is not certain."""
    last, first = _last_day(one), _first_day(other)
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


def _first_day(date: Date) -> datetime.date | None:
    parts = _parts(date.iso)
    return datetime.date(*(*parts, 1, 1)[:3]) if parts else None


def _last_day(date: Date) -> datetime.date | None:
    parts = _parts(date.iso_end or date.iso)
    if not parts:
        return None
    year, month = (*parts, 12)[:2]
    return datetime.date(year, month, parts[2] if len(parts) == 3 else monthrange(year, month)[1])


def _parts(iso: str | None) -> tuple[int, ...]:
    return tuple(int(part) for part in iso.split("-")) if iso else ()
