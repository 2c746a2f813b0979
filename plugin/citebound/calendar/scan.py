"""Reads a date at a place of a text, and finds the dates in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from citebound.calendar.forms import TO, Form, forms
from citebound.calendar.names import month_names, year_cues
from citebound.calendar.parts import DateParts

# The digit comes first: the search passes over all else at once, and then looks at what stands before.
_NUMBER = re.compile(r"\d(?<![\w$€£#/&=?@].)(?<!\d[.,:-].)(?:\d|\d{3})?(?!\d)")
_WORD_BEFORE = re.compile(
    r"(?:\n?[\s-]{1,2}|[^\S\n]{1,8}\n)\.?[^\W\d_]{2,14}(?:\s[^\W\d_]{2,14})?"
)  # read backwards from a number
_WORD = re.compile(r"[^\W\d_]+")
_TO = re.compile(TO)
_SLASH = re.compile("/")
_LONGEST_NAME = 32


class Printed(NamedTuple):
    """A date that stands at `text[start:end]`.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last one.
        parts: What is printed of it, or of the first day of a range.
        until: The last day of a range.
        form: The name of its written form.
    """

    start: int
    end: int
    parts: DateParts
    until: DateParts | None = None
    form: str = ""


def read_at(text: str, start: int, end: int, day_first: bool | None = None) -> Printed | None:
    """Returns the date or range that begins at `start`, or None."""
    first = _single(text, start, end, day_first)
    if first is None or first.until is not None:
        return first
    link = (_SLASH if first.form == "iso" else _TO).match(text, first.end, end)
    last = _single(text, link.end(), end, day_first) if link else None
    if last is None or last.until is not None or not _is_range(first.parts, last.parts):
        return first
    year = first.parts.year or last.parts.year
    return Printed(start, last.end, first.parts._replace(year=year), last.parts, first.form)


def find_printed(text: str, start: int, end: int, day_first: bool | None = None) -> Iterator[Printed]:
    """Yields the dates in `text[start:end]`, in order, none overlapping another."""
    done = start
    for number in _NUMBER.finditer(text, start, end):
        if number.start() < done:
            continue
        found = _at_number(text, number.start(), done, end, day_first)
        if found is not None:
            done = found.end
            yield found


def _single(text: str, start: int, end: int, day_first: bool | None) -> Printed | None:
    opening = text[start : start + 3]
    for form in _forms_for("year" if opening.isdigit() else "day" if opening[:1].isdigit() else "month"):
        match = form.pattern.match(text, start, end)
        reading = form.read(match, day_first) if match else None
        if match and reading and 1000 <= (reading[0].year or 1000) < 3000:
            return Printed(start, match.end(), *reading, form.name)
    return None


@cache
def _forms_for(first: str) -> tuple[Form, ...]:
    """Returns the forms that begin with a year, a day or a month."""
    return tuple(form for form in forms() if form.begins_with == first)


def _is_range(first: DateParts, last: DateParts) -> bool:
    """Tells a range of two days from two dates: same precision, in order, the year at least at the end."""
    same = (first.month is None, first.day is None) == (last.month is None, last.day is None)
    year = first.year or last.year
    return same and first._replace(year=year) < last._replace(year=last.year or year) if year else same


def _at_number(text: str, place: int, done: int, end: int, day_first: bool | None) -> Printed | None:
    before = text[max(done, place - _LONGEST_NAME) : place]
    month_place = _month_before(before, place)
    if month_place is not None:
        found = read_at(text, month_place, end, day_first)
        if found and _is_plausible(text, found):
            return found
    found = read_at(text, place, end, day_first)
    if found is None or not _is_plausible(text, found):
        return None
    return found if found.form != "year" or _is_year(before, found) else None


def _month_before(before: str, place: int) -> int | None:
    """Returns where the month name begins that stands just before a number, or None."""
    words = _words_before(before)
    phrase = words.rstrip("- .\u00a0\n\t")
    for name in (phrase, *phrase.split()[-1:]):
        if name.casefold() in month_names():
            return place - len(words) + phrase.rindex(name)
    return None


def _words_before(before: str) -> str:
    """Returns the last one or two words with what parts them from a number; nothing if there are none."""
    words = _WORD_BEFORE.match(before[::-1])
    return words.group()[::-1] if words else ""


def _is_plausible(text: str, found: Printed) -> bool:
    """Keeps "they may 10", "5 ago" and "2010-12" out: a doubtful month needs day and year."""
    if found.form == "iso":
        return found.parts.day is not None
    if "month" not in found.form or (found.parts.day is not None and found.parts.year is not None):
        return True
    for word in _WORD.finditer(text, found.start, found.end):
        name = month_names().get(word.group().casefold())
        if name is not None:
            return not name.short and (word.group()[0].isupper() or not name.capitalised)
    return True


def _is_year(before: str, found: Printed) -> bool:
    words = _words_before(before)
    if not words or found.parts.year is None or not 1900 <= found.parts.year < 2100:
        return False
    return words.rstrip(" -\u00a0\n\t").split()[-1].casefold() in year_cues()
