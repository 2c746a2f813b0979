"""Strict dates: what is printed is read, a part that is missing stays missing.

`parse_date` reads a whole string, `find_dates` finds dates in running text. Neither knows a clock, a
default or a century: "n.d." is no date, "31 February 2017" has no ISO form, and 03/04/2017 stays undecided
unless the caller knows which number is the day. Forms: ISO 8601, and day, month and year in words (English,
French, Spanish, German, Portuguese, Italian, Dutch, Arabic) or numbers, with ranges. A time and a zone may
follow; the day stays as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.calendar.names import month_number, weekday_names
from citebound.calendar.parts import DateParts
from citebound.calendar.scan import Printed, find_printed, read_at
from citebound.model import Date

__all__ = ["DateParts", "Printed", "date_of", "find_dates", "parse_date"]

_LONGEST = 80
_LEAD = re.compile(
    r"(?:(?:on|am|den|em|il|op|vom|du|del|في)\s)?(?:(?:the|le|el)\s)?"
    r"(?:([^\W\d][\w-]{1,13})\.?,?\s)?(?:(?:the|den|le|el|der|il)\s)?",
    re.I,
)
_TIME = re.compile(
    r"(?:[T,;|\s–-]|at|um|à|a las|alle|kl\.?){0,6}"
    r"(?:\d{1,2}\s?(?:[:.h]\s?\d\d(?:[:.]\d\d(?:[.,]\d{1,9})?)?)?(?:\s?[APap]\.?\s?[Mm]\b\.?)?"
    r"(?:\s?(?:Uhr|h|hrs|hours|heures))?)?"
    r"(?:\s?(?:Z|[A-Z]{2,4}))?(?:\s?[+-]\d\d:?\d\d)?(?:\s?\(?[A-Z]{2,5}\)?)?[\s.]{0,2}"
)
_COMPACT = re.compile(r"(?:D:)?([12]\d{3})(\d\d)(\d\d)(?:T?\d{0,6}(?:Z|[+-]\d\d.{0,5})?)?")
_NUMBERS_ONLY = re.compile(r"\d{1,4}[-/. ]\d{1,4}[-/. ]\d{1,4}")


def parse_date(text: str, *, day_first: bool | None = None) -> Date | None:
    """Reads a whole string as a date.

    Args:
        text: A date, or a range of days, with nothing else but a weekday before it and a time after it.
        day_first: For numbers such as 03/04/2017: True where the day comes first, False where the month
            does, None where that is not known, which leaves such a date undecided.

    Returns:
        The date with `raw` as given and without a span. `iso` is None where the words look like a date but
        no day can be told from them (2015-020-24, 31 February, 03/04/2017, 5 March). None for what is no
        date at all.
    """
    words = " ".join(text.split()).strip(" ,;()[]")
    if not words or len(words) > _LONGEST:
        return None
    found = _whole(words, day_first)
    if found is not None:
        return date_of(text, found.parts, found.until)
    return Date(raw=text, iso=None) if _looks_like_a_date(words) else None


def find_dates(
    text: str, start: int = 0, end: int | None = None, *, day_first: bool | None = None
) -> Iterator[Printed]:
    """Finds the dates in running text: each with its place and the parts that are printed.

    A date without a year ("March 10") is found too; to resolve it is the caller's part. A bare year counts
    only after a word such as "in" or "since". Linear in the length of the text.

    Yields:
        Printed dates in the order of the text; `text[start:end]` are their words, no two overlap.
    """
    return find_printed(text, start, len(text) if end is None else end, day_first)


def date_of(raw: str, parts: DateParts, until: DateParts | None = None) -> Date:
    """Makes the contract's date of printed parts; `iso` is None where they give no day, month or year."""
    if until is not None and (until.iso is None or parts.iso is None):
        return Date(raw=raw, iso=None)
    return Date(raw=raw, iso=parts.iso, iso_end=until.iso if until else None, precision=parts.precision)


def _whole(words: str, day_first: bool | None) -> Printed | None:
    compact = _COMPACT.fullmatch(words)
    if compact:
        return Printed(0, len(words), DateParts(*map(int, compact.groups())))
    for begin in _beginnings(words):
        found = read_at(words, begin, len(words), day_first)
        if found is not None and _TIME.fullmatch(words, found.end):
            return found
    return None


def _beginnings(words: str) -> Iterator[int]:
    yield 0
    lead = _LEAD.match(words)
    if lead and lead.end() and (lead[1] is None or lead[1].casefold() in weekday_names()):
        yield lead.end()


def _looks_like_a_date(words: str) -> bool:
    if _NUMBERS_ONLY.fullmatch(words):
        return True
    tokens = re.findall(r"[^\W\d_]+|\d+", words)
    return len(tokens) <= 6 and any(map(month_number, tokens)) and any(t.isdigit() for t in tokens)
