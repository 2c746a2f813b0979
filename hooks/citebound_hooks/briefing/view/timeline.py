"""The timeline: the resolved dates of the chronology, each as exact as the source has it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from typing import Literal

from citebound.model import Date
from citebound_hooks.briefing.view.figures import Moment, Timeline
from citebound_hooks.briefing.view.model import DatedRow

FEWEST, MOST = 2, 12


def timeline_of(rows: Sequence[DatedRow]) -> Timeline | None:
    """Returns the timeline; None if fewer than two dates are resolved.

    Of more dates than the line has room for, the first, the last and those of most rows are kept.
    """
    dated: dict[tuple[str, str], list[DatedRow]] = {}
    for row in rows:
        if (days := days_of(row.date)) is not None:
            dated.setdefault(days, []).append(row)
    if len(dated) < FEWEST:
        return None
    places = sorted(dated)
    ends = {places[0], places[-1]}
    kept = sorted(places, key=lambda days: (days not in ends, -len(dated[days]), days))[:MOST]
    return Timeline(
        moments=tuple(_moment(days, dated[days]) for days in sorted(kept)), left_out=len(dated) - len(kept),
        unresolved=len(rows) - sum(map(len, dated.values())),
    )  # fmt: skip


def days_of(date: Date) -> tuple[str, str] | None:
    """Returns the first and the last day that a date can mean; None if it is not resolved, or no such days exist."""
    if date.iso is None:
        return None
    first, last = _first(date.iso), _last(date.iso_end or date.iso)
    return (first, last) if first is not None and last is not None and first <= last else None


def _first(iso: str) -> str | None:
    return _day([*map(int, iso.split("-")), 1, 1])


def _last(iso: str) -> str | None:
    year, *rest = map(int, iso.split("-"))
    month = rest[0] if rest else 12
    if not year or not 1 <= month <= 12:
        return None
    return _day([year, month, rest[1] if len(rest) > 1 else monthrange(year, month)[1]])


def _day(parts: Sequence[int]) -> str | None:
    year, month, day = parts[:3]
    exists = 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{day:02}" if exists else None


def _moment(days: tuple[str, str], rows: Sequence[DatedRow]) -> Moment:
    return Moment(
        date=rows[0].date, first=days[0], last=days[1], extent=_extent(days, rows[0].date), items=len(rows),
        types=tuple(dict.fromkeys(kind for row in rows for kind in row.types)),
        sayings=tuple(dict.fromkeys(row.saying for row in rows if row.saying)), ahead=rows[0].ahead,
    )  # fmt: skip


def _extent(days: tuple[str, str], date: Date) -> Literal["day", "within", "throughout"]:
    if days[0] == days[1]:
        return "day"
    return "throughout" if date.iso_end else "within"
