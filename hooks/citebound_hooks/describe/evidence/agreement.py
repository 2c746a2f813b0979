"""Chooses the day on which the evidence of a page agrees."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date as day_of
from typing import NamedTuple

from citebound.dates import DateParts, date_of
from citebound.model import Date
from citebound_hooks.describe.proof import Proof

_ENOUGH = 1.0
_REPEATED = 0.25
_MOST = 6  # what says a date more often than that is a list of other pages
_STATED = 2.0
_FIRST_YEAR, _LAST_YEAR = "1500", "2099"  # others are of another calendar: 1443 after the Hijra
_TIME = re.compile(r"[T ](?!00:00)\d\d:\d\d")
_UTC = re.compile(r"\d[T ]\d\d:\d\d.{0,12}(?:Z|GMT|UTC|[+-]00:?00)\s*$")


class Evidence(NamedTuple):
    """A date that something on the page speaks for.

    Attributes:
        date: The date, with its words and place.
        weight: How much it counts.
        proof: Where it stands.
    """

    date: Date
    weight: float
    proof: Proof

    @property
    def in_markup(self) -> bool:
        """Whether it stands in the mark-up, where one program writes the same date in many places."""
        return self.proof.span is None


def printed_date(proof: Proof, parts: DateParts, weight: float) -> Evidence:
    """Returns a date that stands in the text as evidence."""
    date = date_of(proof.raw, parts)
    spanned = Date(raw=date.raw, iso=date.iso, precision=date.precision, span=proof.span)
    return Evidence(spanned, weight, proof)


def best_date(evidence: Sequence[Evidence]) -> Evidence | None:
    """Returns the evidence for the day that most speaks for; for the month or year where no day is known; else None.

    Of the evidence for one day, what stands in the text is preferred, then the weightiest.
    """
    by = _by_precision(evidence)
    days, months = by["day"], by["month"]
    weights = {day: _weight(day, days, months) for day in days}
    best, weight = _weightiest(weights)
    others = {month: _together(each) for month, each in months.items() if month != best[:7]}
    if not days:
        others = {month: weight + _ENOUGH / 2 for month, weight in others.items()}
    month, other = _weightiest(others)
    if max(weight, other) < _ENOUGH:
        return None if days or months else _year(by["year"])
    if other > weight:
        return _shown_first(months[month])
    printed = [each for each in months.get(best[:7], ()) if not each.in_markup]
    return _shown_first(printed if printed and _is_placeholder(best, days[best]) else days[best])


def _weightiest(weights: Mapping[str, float]) -> tuple[str, float]:
    """Returns what weighs most, of several alike the one that the page says first, with its weight."""
    return max(weights.items(), key=lambda item: item[1], default=("", 0.0))


def _by_precision(evidence: Sequence[Evidence]) -> dict[str, dict[str, list[Evidence]]]:
    """Returns the evidence for each day, month and year."""
    by: dict[str, dict[str, list[Evidence]]] = {each: defaultdict(list) for each in ("day", "month", "year")}
    for each in evidence:
        if (
            each.date.iso is not None
            and each.date.precision
            and _FIRST_YEAR <= each.date.iso[:4] <= _LAST_YEAR
        ):
            by[each.date.precision][each.date.iso].append(each)
    return by


def _shown_first(evidence: Sequence[Evidence]) -> Evidence:
    return max(evidence, key=lambda each: (each.proof.span is not None, each.weight))


def _is_placeholder(day: str, evidence: Sequence[Evidence]) -> bool:
    """Tells the first of a month that only stands for it: in the mark-up, at midnight or without a time."""
    return day.endswith("-01") and all(
        each.in_markup and not _TIME.search(each.date.raw) for each in evidence
    )


def _year(years: Mapping[str, Sequence[Evidence]]) -> Evidence | None:
    """Returns the year that the mark-up outright states as that of publication, if it states one."""
    stated = {year: each for year, each in years.items() if max(one.weight for one in each) >= _STATED}
    return _shown_first(next(iter(stated.values()))) if len(stated) == 1 else None


def _weight(
    day: str, days: Mapping[str, Sequence[Evidence]], months: Mapping[str, Sequence[Evidence]]
) -> float:
    """Sums up dates of a day, dates of its month, and times of its neighbours in another zone."""
    weight = _together(days[day]) + _together(months.get(day[:7], ()))
    if any(not _is_utc(each) for each in days[day]):
        neighbours = (each for other in _beside(day) for each in days.get(other, ()))
        weight += _together([each for each in neighbours if _is_utc(each)])
    return weight


def _together(evidence: Iterable[Evidence]) -> float:
    """Sums up evidence for one date; what repeats itself in the mark-up or in the text counts little more."""
    total = 0.0
    for in_markup in (True, False):
        weights = sorted((each.weight for each in evidence if each.in_markup is in_markup), reverse=True)
        total += sum(weights[:1]) + _REPEATED * sum(weights[1:_MOST])
    return total


def _is_utc(evidence: Evidence) -> bool:
    """Tells a time in UTC, whose day may be another one where the page was written."""
    return evidence.in_markup and _UTC.search(evidence.date.raw) is not None


def _beside(day: str) -> tuple[str, str]:
    ordinal = day_of.fromisoformat(day).toordinal()
    return day_of.fromordinal(ordinal - 1).isoformat(), day_of.fromordinal(ordinal + 1).isoformat()
