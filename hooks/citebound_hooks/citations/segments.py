"""Reads one segment of a citation's brackets: `see Dawn [Urdu], March 10 and 12` gives two references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from citebound.calendar.names import month_names, month_number, weekday_names
from citebound.dates import DateParts, find_dates
from citebound_hooks.citations.brackets import trimmed
from citebound_hooks.citations.lexicon import phrases, words
from citebound_hooks.citations.outlets import locator, without_notes


class Printed(NamedTuple):
    """A date as it stands in a segment; `undated` if it is "n.d."."""

    start: int
    end: int
    parts: DateParts
    until: DateParts | None = None
    undated: bool = False


class Reference(NamedTuple):
    """An outlet and a date of one segment.

    Attributes:
        outlet: The name without notes; empty if the segment gives a date alone.
        start: Where the segment's part for this outlet begins, pointer words included.
        end: Where it ends.
        date: None where none is printed.
        paged: Whether a number stands behind the date: a page.
        pointer: Whether the segment says "see".
    """

    outlet: str
    start: int
    end: int
    date: Printed | None
    pointer: bool
    paged: bool = False


_YEAR = re.compile(r"(?<![\w.-])(?:19[4-9]\d|20\d\d)[a-h]?(?![\w%])(?!-\d)")
_UNDATED = re.compile(r"\bn\.\s?d\.|\bs\.\s?d\.|\bundated\b|\bnon daté\b", re.I)
_MONTH = re.compile(r",\s?(?:(?:early|late|mid|début|fin)[\s-])?([^\W\d_]{3,12})\.?$", re.I)
_MORE_DAYS = re.compile(r"(?:\s?,\s?|\s(?:and|et|&)\s|\s?/\s?)(\d{1,2})(?![\d:.%])")
_DAYS_BEFORE = re.compile(r"(?:(?<=[\s,])|^)(\d{1,2})(?:\s?,\s?|\s(?:and|et|&)\s)$")
_VISITED = re.compile(r"\b(?:accessed|retrieved|viewed|visited|consultée?)(?:\son|\sle)?\s$", re.I)
_KEPT = re.compile(r"\b(?:updated|archived)(?:\son|\sle)?\s$", re.I)
_SHORT = re.compile(r"(?<=,\s)(\d{1,2})[/.](\d{1,2})\.?$")
_JOIN = re.compile(r"[\s,;:–—-]*(?:and|et|&)?\s*")
_LINK = re.compile(r"[\s,]*(?:and|et|&)\s")
_TIME = r"(?:(?:at|à)\s)?\d{1,2}[:h]\d\d(?:\s?[A-Z]{2,4})?"
_URL = r"(?:https?://|www\.)\S{1,300}"


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile(phrases(*words().see) + r"[\s:]{1,3}", re.I)


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(phrases(*words().leads) + r"\s{1,3}(?=(?-i:[^\Wa-z]))", re.I)


@cache
def _tail() -> re.Pattern[str]:
    aside = rf"{phrases(*words().tails)}(?!\w).{{0,200}}"
    place = rf"{locator()}|{_TIME}|url|link|lien|online|en ligne|\d{{1,4}}(?:[-–]\d{{1,4}})?"
    piece = rf"(?:\[[^\[\]]{{0,60}}\]|\([^()]{{0,60}}\)|{_URL}|(?:{place})(?!\w))"
    return re.compile(
        rf"[a-h]?\]?(?:[\s,:.]{{0,12}}{piece}){{0,5}}(?:[\s,:.]{{0,12}}{aside})?[\s,.]{{0,12}}", re.I | re.S
    )


def read_segment(text: str, start: int, end: int, day_first: bool | None = None) -> list[Reference]:
    """Returns the references of `text[start:end]`; none if it is not of the form outlet, date, pages or notes.

    Args:
        text: The document's text.
        start: Where the segment begins.
        end: Where it ends.
        day_first: Whether 3/4 is 3 April, if the document decides it.
    """
    lead = _pointer().match(text, start, end)
    name_start = lead.end() if lead else start
    told = _lead().match(text, name_start, end)
    name_start = told.end() if told else name_start
    dates = _dates(text, name_start, end, day_first)
    if not dates:
        return [Reference(without_notes(text[name_start:end]), start, end, None, bool(lead))]
    if not _tail().fullmatch(text, dates[-1].end, end):
        return []
    return list(_references(text, (start, end), name_start, dates, bool(lead)))


def _references(
    text: str, segment: tuple[int, int], name_start: int, dates: list[Printed], pointer: bool
) -> Iterator[Reference]:
    runs = list(_runs(text, name_start, dates))
    for number, (after, run) in enumerate(runs):
        link = _LINK.match(text, after, run[0].start) if number else None
        begin = link.end() if link else after
        outlet = without_notes(_without_words_of_time(text[begin : run[0].start]))
        start = next(trimmed(text, begin, run[0].end, ","), (begin, 0))[0] if number else segment[0]
        end = run[-1].end if number + 1 < len(runs) else segment[1]
        paged = any(character.isdigit() for character in text[run[-1].end : end])
        yield from (Reference(outlet, start, end, date, pointer, paged) for date in run)


def _runs(text: str, start: int, dates: list[Printed]) -> Iterator[tuple[int, list[Printed]]]:
    """Yields where each outlet's name begins, and the dates that follow it directly."""
    begin, run = start, dates[:1]
    for last, date in pairwise(dates):
        if _JOIN.fullmatch(text, last.end, date.start):
            run.append(date)
        else:
            yield begin, run
            begin, run = last.end, [date]
    yield begin, run


def _dates(text: str, start: int, end: int, day_first: bool | None) -> list[Printed]:
    found = [
        date
        for printed in find_dates(text, start, end, day_first=day_first)
        if not _inside_notes(text, start, printed.start)
        for date in _with_more_days(text, Printed(*printed[:4]), start, end)
    ]
    if found:
        return _of_the_source(text, start, found)
    for pattern in (_YEAR, _UNDATED):
        match = next(
            (m for m in pattern.finditer(text, start, end) if not _inside_notes(text, start, m.start())), None
        )
        if match:
            year = int(match.group()[:4]) if pattern is _YEAR else None
            return [Printed(match.start(), match.end(), DateParts(year), undated=year is None)]
    return _short(text, start, end, day_first) or _month_alone(text, start, end)


def _of_the_source(text: str, start: int, found: list[Printed]) -> list[Printed]:
    """The dates without those of a visit or a copy; a visit alone leaves the source undated."""
    own = [
        date
        for date in found
        if not _VISITED.search(text, start, date.start)
        and (date is found[0] or not _KEPT.search(text, start, date.start))
    ]
    return own or [found[0]._replace(undated=True)]


def _short(text: str, start: int, end: int, day_first: bool | None) -> list[Printed]:
    """Day and month in numbers; without parts where either could be the day."""
    match = _SHORT.search(text, max(start, end - 8), end)
    if match is None or max(int(match[1]), int(match[2])) > 31 or min(int(match[1]), int(match[2])) > 12:
        return []
    first, second = int(match[1]), int(match[2])
    known = day_first if max(first, second) <= 12 and first != second else first >= second
    day, month = (first, second) if known else (second, first)
    return [Printed(match.start(), end, DateParts() if known is None else DateParts(None, month, day))]


def _month_alone(text: str, start: int, end: int) -> list[Printed]:
    match = _MONTH.search(text, max(start, end - 20), end)
    if (
        match is None
        or month_names().get(match[1].casefold()) is None
        or month_names()[match[1].casefold()].short
    ):
        return []
    return [Printed(match.start(1), end, DateParts(None, month_number(match[1])))]


def _with_more_days(text: str, date: Printed, start: int, end: int) -> Iterator[Printed]:
    """Yields the date, and the days that share its month: "March 10, 12 and 14", "3 and 4 March"."""
    starts_with_digit = text[date.start].isdigit()
    if date.parts.day is None or date.until or (date.parts.year and not starts_with_digit):
        yield date
        return
    if starts_with_digit:
        before = _DAYS_BEFORE.search(text, start, date.start)
        if before and 1 <= int(before[1]) < date.parts.day:
            yield Printed(before.start(1), before.end(1), date.parts._replace(day=int(before[1])))
        yield date
        return
    yield date
    last = date
    while (more := _MORE_DAYS.match(text, last.end, end)) and (last.parts.day or 31) < int(more[1]) <= 31:
        last = Printed(more.start(1), more.end(1), date.parts._replace(day=int(more[1])))
        yield last


def _inside_notes(text: str, start: int, place: int) -> bool:
    """Whether a date stands in a note or a title, but not in brackets of its own ("Freedom House [2015]")."""
    if text[place - 1] == "[":
        return False
    opened = max(text.rfind(mark, start, place) for mark in "[“«")
    closed = max(text.rfind(mark, start, place) for mark in "]”»")
    return opened > closed or text.count('"', start, place) % 2 == 1


def _without_words_of_time(name: str) -> str:
    """Takes weekdays and words such as "dated" or "as of" off the end of what stands before a date."""
    while True:
        head, _, last = name.rstrip(" ,.").rpartition(" ")
        word = last.strip("([,.").casefold()
        if not head or (word not in weekday_names() and word not in words().dated):
            return name
        name = head
