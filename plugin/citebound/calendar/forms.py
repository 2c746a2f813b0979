"""The written forms of dates, as patterns, and what each says.

Each pattern is tried at one place and all its quantifiers are bounded, so that a form costs a fixed effort
a place. Numbers such as 03/04/2017 are read only where one order is possible, or where the caller knows the
order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from citebound.calendar.names import month_names, month_number
from citebound.calendar.parts import DateParts

UNDECIDED = DateParts()
_GAP = r"(?:\s{1,2}|\n[^\S\n]{1,8})"  # a wrapped line may be indented
TO = r"(?:\s{0,2}(?:-|–|—|‑)\s{0,2}|\s{1,2}(?:to|bis|au|al|hasta|until|tot|إلى)\s{1,2})"

Reading = tuple[DateParts, DateParts | None]
Reader = Callable[[re.Match[str], bool | None], Reading | None]


class Form(NamedTuple):
    """One written form.

    Attributes:
        name: Its parts in their order.
        pattern: What it looks like.
        read: What the pattern's groups say; None if it is no date after all.
    """

    name: str
    pattern: re.Pattern[str]
    read: Reader

    @property
    def begins_with(self) -> str:
        """What comes first: `year`, `day` or `month`."""
        return {"iso": "year", "numeric": "day", "months": "month"}.get(
            self.name.split()[0], self.name.split()[0]
        )


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _read_iso(match: re.Match[str], day_first: bool | None) -> Reading:
    return DateParts(int(match["y"]), int(match["m"]), _number(match["d"])), None


def _read_numeric(match: re.Match[str], day_first: bool | None) -> Reading:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if day_first is None and first != second and max(first, second) <= 12:
        return UNDECIDED, None
    if second > 12 >= first or (day_first is False and first <= 12):
        first, second = second, first
    return DateParts(year, second, first), None


def _read_words(match: re.Match[str], day_first: bool | None) -> Reading | None:
    month = month_number(match["m"])
    if month is None:
        return None
    groups = match.groupdict()
    year, day, last_day = (_number(groups.get(name)) for name in ("y", "d", "d2"))
    until = DateParts(year, month, last_day) if last_day is not None else None
    return DateParts(year, month, day), until


def _read_months(match: re.Match[str], day_first: bool | None) -> Reading | None:
    first, last = month_number(match["m"]), month_number(match["m2"])
    if first is None or last is None:
        return None
    return DateParts(int(match["y"]), first), DateParts(int(match["y"]), last)


def _read_years(match: re.Match[str], day_first: bool | None) -> Reading:
    until = match["y2"]
    return DateParts(int(match["y"])), DateParts(int(until)) if until else None


@cache
def forms() -> tuple[Form, ...]:
    """Returns the forms, in the order in which they are tried: the one that takes more comes first."""
    phrases = sorted((name for name in month_names() if " " in name), key=len, reverse=True)
    word = rf"(?:{'|'.join(map(re.escape, phrases))}|[^\W\d_]{{2,12}})"
    month = rf"(?P<m>{word}\.?(?:\s?/\s?{word})?)"
    ordinal = r"(?!\d)(?:st|nd|rd|th|er|º|ª|\.)?"
    days = rf"(?P<d>\d{{1,2}}){ordinal}(?:{TO}(?P<d2>\d{{1,2}}){ordinal})?"
    days_after = days.replace(r"|\.", "")  # after the month a full stop ends the sentence
    year = r"(?P<y>\d{4})(?![\d%])"
    link = rf"(?:[,،]?{_GAP}|,?\s?(?:de|del|do|of)\s|-)"
    return tuple(
        Form(name, re.compile(pattern), reader)
        for name, pattern, reader in (
            (
                "iso",
                r"(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?:(?P=s)(?P<d>\d{1,2}))?(?!\d|(?P=s)\d)",
                _read_iso,
            ),
            (
                "numeric",
                rf"(?P<a>\d{{1,2}})(?P<s>[-/.])\s?(?P<b>\d{{1,2}})(?P=s)\s?{year}(?![-/]\d)",
                _read_numeric,
            ),
            (
                "day month year",
                rf"{days}(?:[\s\-]{{0,2}}|{_GAP})(?:(?:of|de|den)\s)?{month}{link}{year}",
                _read_words,
            ),
            ("month day year", rf"{month}{_GAP}{days_after}[,،]?{_GAP}{year}", _read_words),
            ("month day", rf"{month}{_GAP}{days_after}(?![\d:%]|[.,]\d)", _read_words),
            ("day month", rf"{days}{_GAP}?(?:(?:of|de|den)\s)?{month}(?!\w)", _read_words),
            ("months year", rf"{month}{TO}{month.replace('<m>', '<m2>')}{link}{year}", _read_months),
            ("month year", rf"{month}{link}{year}", _read_words),
            ("year", rf"{year}(?:{TO}(?P<y2>\d{{4}})(?!\d))?", _read_years),
        )
    )
