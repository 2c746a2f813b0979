"""Chooses the day on which the evidence of a page agrees."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date as day_of
from typing import NamedTuple

from citebound.model import Date
from citebound_hooks.describe.proof import Proof

_ENOUGH = 1.0
_REPEATED = 0.25
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


def best_date(evidence: Sequence[Evidence]) -> Evidence | None:
    """Returns the evidence for the day that most speaks for; if no day is known, for the month; else None.

    Of the evidence for one day, what stands in the text is preferred, then the weightiest.
    """
    days: dict[str, list[Evidence]] = defaultdict(list)
    months: dict[str, list[Evidence]] = defaultdict(list)
    for each in evidence:
        if each.date.iso is not None and each.date.precision != "year":
            (days if each.date.precision == "day" else months)[each.date.iso].append(each)
    weights = {day: _weight(day, days, months) for day in days}
    weights = weights or {month: _together(each) + _ENOUGH / 2 for month, each in months.items()}
    weight, best = max(((weight, day) for day, weight in weights.items()), default=(0.0, ""))
    if weight < _ENOUGH:
        return None
    return max((days or months)[best], key=lambda each: (each.proof.span is not None, each.weight))


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
        total += sum(weights[:1]) + _REPEATED * sum(weights[1:])
    return total


def _is_utc(evidence: Evidence) -> bool:
    """Tells a time in UTC, whose day may be another one where the page was written."""
    return evidence.in_markup and _UTC.search(evidence.date.raw) is not None


def _beside(day: str) -> tuple[str, str]:
    ordinal = day_of.fromisoformat(day).toordinal()
    return day_of.fromordinal(ordinal - 1).isoformat(), day_of.fromordinal(ordinal + 1).isoformat()
