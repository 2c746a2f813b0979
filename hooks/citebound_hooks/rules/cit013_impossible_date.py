"""CIT013."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.dates import find_dates, parse_date
from citebound.model import Span
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.dates import is_impossible, misspelt_month
from citebound_hooks.rules.reading.fields import date_fields
from citebound_hooks.rules.reading.markup import DATES, stated
from citebound_hooks.rules.reading.places import problem_in
from citebound_hooks.rules.reading.reference_lines import reference_lines

_STAMP = re.compile(
    r"^[ \t]{0,9}(?P<date>(?:19|20)\d\d[-/]\d{1,4}[-/]\d{1,4})[T ,]{1,3}\d{1,2}:\d\d(?!\d)", re.MULTILINE
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONGEST_LINE, _FEW = 90, 40  # characters of a line, and of its words beside the date


class ImpossibleDate(Rule):
    """A date that no calendar has.

    Why:
        A misprint such as `2015-020-24` or `31 February 2017` cannot be resolved, and guessing which day was
        meant would invent a date. A misspelt month is a warning, since it may be a word of another language.

    Bad:
        `Publication Date 31 February 2017`

    Good:
        `Publication Date 3 March 2017`

    Source:
        ISO 8601; seen on real pages (`2015-020-24`).
    """

    code = "CIT013"
    name = "date-impossible"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each impossible date of the header, the cite-as line, the markup and lines of a date."""
        taken: set[int | str | None] = set()
        for name, field in date_fields(subject.record):
            if is_impossible(field.value):
                taken.add(field.span.start if field.span else field.locator)
                yield problem_in(subject, name, field, f"{field.value.raw} is no date of the calendar.")
            elif word := misspelt_month(field.value):
                message = f"“{word}” is no name of a month; the date cannot be read."
                yield problem_in(subject, name, field, message, severity="warning")
        line, cite_as = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        for part, date in line.dates if line else ():
            at = cite_as.span.start + part.start if cite_as is not None and cite_as.span else None
            if cite_as is not None and is_impossible(date) and (at is None or at not in taken):
                message = f"{date.raw} is no date of the calendar."
                yield problem_in(subject, "cite_as", cite_as, message, part=(part.start, part.end))
        yield from _on_lines(subject, taken)
        yield from _in_references(subject, taken)
        yield from _before_a_time(subject, taken)
        yield from _in_markup(subject, taken)


def _on_lines(subject: Subject, taken: set[int | str | None]) -> Iterator[Problem]:
    """Yields a problem at each impossible date that stands alone on its line, or beside few words."""
    for start, end in _short_lines_with_a_year(subject.document.text):
        dates = list(find_dates(subject.document.text, start, end)) if subject.document.entry is None else []
        if len(dates) != 1 or dates[0].parts.year is None or dates[0].parts.possible:
            continue
        span = subject.document.span(dates[0].start, dates[0].end)
        if (
            end - start - len(span.exact) <= _FEW
            and span.start not in taken
            and not _in_cite_as(subject, span)
        ):
            taken.add(span.start)
            yield Problem(message=f"{span.exact} is no date of the calendar.", span=span)


def _before_a_time(subject: Subject, taken: set[int | str | None]) -> Iterator[Problem]:
    """Yields a problem at each impossible date in numbers that begins a line and has the time of day behind it."""
    for stamp in _STAMP.finditer(subject.document.text) if subject.document.entry is None else ():
        date = parse_date(stamp["date"])
        if date and is_impossible(date) and stamp.start("date") not in taken:
            taken.add(stamp.start("date"))
            span = subject.document.span(*stamp.span("date"))
            yield Problem(message=f"{span.exact} is no date of the calendar.", span=span)


def _in_references(subject: Subject, taken: set[int | str | None]) -> Iterator[Problem]:
    """Yields a problem at each impossible date of a reference in the text, of the source or of its access."""
    for each in reference_lines(subject.document.text) if subject.document.entry is None else ():
        for date, place in ((each.published, each.place), (each.accessed, (each.start, each.end))):
            if date and place and is_impossible(date) and place[0] not in taken:
                span = subject.document.span(*place)
                if not _in_cite_as(subject, span):
                    taken.add(span.start)
                    yield Problem(message=f"{span.exact} is no date of the calendar.", span=span)


def _short_lines_with_a_year(text: str) -> Iterator[tuple[int, int]]:
    for year in _YEAR.finditer(text):
        before, after = max(0, year.start() - _LONGEST_LINE), year.end() + _LONGEST_LINE
        start, end = text.rfind("\n", before, year.start()) + 1, text.find("\n", year.end(), after)
        end = len(text) if end < 0 and after >= len(text) else end
        if end >= 0 and (start or not before) and end - start <= _LONGEST_LINE:
            yield start, end


def _in_cite_as(subject: Subject, span: Span) -> bool:
    line = subject.record.fields.cite_as
    return line is not None and line.span is not None and line.span.contains(span)


def _in_markup(subject: Subject, taken: set[int | str | None]) -> Iterator[Problem]:
    """Yields a problem at the first impossible date that the markup gives."""
    for datum in stated(subject.document, DATES):
        date = parse_date(datum.value)
        if date and is_impossible(date) and datum.locator not in taken:
            message = f"{datum.value} is no date of the calendar."
            yield Problem(message=message, locator=datum.locator, field="publication_date")
            return
