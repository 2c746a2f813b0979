"""SRC008."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator

from citebound.dates import find_dates
from citebound.model import Date
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.citations import citations_of
from citebound_hooks.rules.reading.dates import has_impossible_day, known, year_of


class ImpossibleSourceDate(Rule):
    """An inline citation gives a date that no calendar has.

    Why:
        The item cannot be found again, and guessing which day was meant would invent a date. A `February 29`
        without a year is a warning where the last one before the publication lies years back.

    Bad:
        `(Vale Courier, February 30)`

    Good:
        `(Vale Courier, March 2)`

    Source:
        ISO 8601.
    """

    code = "SRC008"
    name = "source-date-impossible"
    needs = "citations"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each such citation."""
        published = known(subject.record.fields.publication_date)
        for citation in citations_of(subject):
            date = citation.date
            if date and has_impossible_day(date):
                message = f"{date.raw} is no date of the calendar."
                yield Problem(message=message, span=date.span or citation.span)
            elif date and published and _is_of_another_leap_year(date, published):
                message = f"{date.raw} is no day of the year before the publication ({published.raw})."
                yield Problem(message=message, span=date.span or citation.span, severity="warning")


def _is_of_another_leap_year(date: Date, published: Date) -> bool:
    """Tells a 29 February without a year that neither the year of publication nor the one before has."""
    year = year_of(published)
    if year is None or "29" not in date.raw:
        return False
    days = [printed.parts for printed in find_dates(date.raw)]
    if [(each.year, each.month, each.day) for each in days] != [(None, 2, 29)]:
        return False
    return not (isleap(year) or isleap(year - 1))
