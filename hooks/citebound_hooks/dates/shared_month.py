"""Days that share one month: "3 and 4 March", "between 3 and 5 March", "March 3 and 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from citebound.calendar.names import language_names
from citebound.dates import DateParts
from citebound_hooks.dates.resolve import is_after
from citebound_hooks.language.analysis import Sentence

_DAY = r"(\d{1,2})(?:st|nd|rd|th|er)?"
_BETWEEN = re.compile(rf"(?<!\w)(?:between|entre)\s(?:the\s|le\s)?{_DAY}\s(?:and|et)\s(?:le\s|the\s)?$", re.I)
_BEFORE = re.compile(rf"(?<![\w.,:/-]){_DAY}(?:\s?,\s?|\s(?:and|or|et)\s)$")
_AFTER = re.compile(
    rf"(?:\s?,\s?|\s(?:and|or|et)\s){_DAY}(?=[.,;:)]?(?:\s*$|\s*[,;:)]|\.\s|\s(?:and|et)\s\d))"
)
_LISTED = re.compile(r"(?:,\s|,?\s(?:and|or|et|ou)\s)(?:on\s|le\s)?")
_REACH = 28
TOLD_YEAR, TOLD_MONTH = (
    "dates.told-year",
    "dates.told-month",
)  # rules: "6 November of that year", "the 3rd of that month"
_MOST = 6  # days in one list


class Found(NamedTuple):
    """A date as it stands in the text.

    Attributes:
        start: Where it begins, modifiers included.
        end: Where it ends.
        parts: What is printed of it; empty for a decade.
        until: The end of a range.
        rule: What found it.
    """

    start: int
    end: int
    parts: DateParts
    until: DateParts | None
    rule: str


def with_shared_month(text: str, sentence: Sentence, date: Found) -> Iterator[Found]:
    """Yields a date, without a full stop that ends the sentence, and the days that share its month."""
    date = _with_year_before(text, sentence, date._replace(end=_without_stop(text, date)))
    if date.parts.day is None or date.until is not None:
        yield date
        return
    if not text[date.start].isdigit():
        yield date
        yield from _days_after(text, sentence.end, date)
        return
    between = _BETWEEN.search(text, max(sentence.start, date.start - _REACH), date.start)
    if between and int(between[1]) < date.parts.day:
        yield date._replace(
            start=between.start(1), parts=date.parts._replace(day=int(between[1])), until=date.parts
        )
        return
    yield from reversed(list(_days_before(text, sentence.start, date)))
    yield date


def _with_year_before(text: str, sentence: Sentence, date: Found) -> Found:
    """A day in a chronology that puts the year first: "1987, 3 April: …"."""
    if (
        date.parts.year is not None
        or date.parts.month is None
        or date.start - sentence.start != len("1987, ")
    ):
        return date
    year = re.fullmatch(r"((?:19|20)\d\d), ", text[sentence.start : date.start])
    return date._replace(start=sentence.start, parts=date.parts._replace(year=int(year[1]))) if year else date


def joined_ranges(text: str, sentence: Sentence, dates: list[Found]) -> list[Found]:
    """Joins two days to a range where the text says "between 9 June and 2 July 2013"."""
    found: list[Found] = []
    for date in dates:
        first = found[-1] if found else None
        if first is not None and _spans(text, sentence, first, date):
            year = first.parts.year if first.parts.year is not None else date.parts.year
            parts = first.parts._replace(year=year)
            found[-1] = first._replace(end=date.end, parts=parts, until=date.parts)
        else:
            found.append(date)
    return _with_shared_year(text, found)


def _with_shared_year(text: str, dates: list[Found]) -> list[Found]:
    """Gives the days of a list the year that its last one bears: "on 5 January and 7 February 2016"."""
    for at in range(len(dates) - 2, -1, -1):
        one, following = dates[at], dates[at + 1]
        if following.rule == TOLD_YEAR and one.parts[1:2] == following.parts[1:2]:
            dates[at] = one._replace(rule=TOLD_YEAR)  # "5 and 6 November of that year"
            continue
        year = following.parts.year
        if year is None or one.parts.year is not None or not one.parts.month or one.rule != following.rule:
            continue
        listed = _LISTED.fullmatch(text, one.end, following.start)
        if listed and one.until is None and not is_after(one.parts._replace(year=year), following.parts):
            dates[at] = one._replace(parts=one.parts._replace(year=year))
    return dates


def _spans(text: str, sentence: Sentence, first: Found, last: Found) -> bool:
    if first.until or last.until or first.rule != last.rule or first.parts.month is None:
        return False
    linked = re.fullmatch(r"\s(?:and|et)\s(?:le\s|the\s)?", text[first.end : last.start])
    before = text[max(sentence.start, first.start - 12) : first.start]
    opened = re.search(r"\b(?:between|entre)\s(?:le\s|the\s)?$", before, re.I)
    year = first.parts.year if first.parts.year is not None else last.parts.year
    begin, end = first.parts._replace(year=year or 0), last.parts._replace(year=last.parts.year or 0)
    return bool(
        linked
        and opened
        and (first.parts.year is None or last.parts.year is not None)
        and is_after(end, begin)
    )


def _days_before(text: str, start: int, date: Found) -> Iterator[Found]:
    first = date
    for _ in range(_MOST):
        before = _BEFORE.search(text, max(start, first.start - _REACH), first.start)
        if before is None or not 1 <= int(before[1]) < (first.parts.day or 0):
            return
        first = date._replace(
            start=before.start(1), end=before.end(1), parts=date.parts._replace(day=int(before[1]))
        )
        yield first


def _days_after(text: str, end: int, date: Found) -> Iterator[Found]:
    last = date
    for _ in range(_MOST):
        after = _AFTER.match(text, last.end, end)
        if after is None or date.parts.year is not None or not (last.parts.day or 31) < int(after[1]) <= 31:
            return
        last = date._replace(
            start=after.start(1), end=after.end(1), parts=date.parts._replace(day=int(after[1]))
        )
        yield last


def _without_stop(text: str, date: Found) -> int:
    """The end of a date without the full stop behind a month's full name: it is the sentence's."""
    if text[date.end - 1] != ".":
        return date.end
    word = re.search(r"([^\W\d_]+)\.$", text[date.start : date.end])
    return date.end if word and word[1].casefold() not in _full_names() else date.end - 1


@cache
def _full_names() -> frozenset[str]:
    return frozenset(
        name.casefold() for names in language_names().values() for month in names.months for name in month
    )
