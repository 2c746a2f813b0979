"""CIT014."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Date
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import date_in, day_of_docid, docid_of
from citebound_hooks.rules.reading.dates import days_apart
from citebound_hooks.rules.reading.places import problem_in


class YearOnlyPlaceholder(Rule):
    """The publication date is a 1 January, which may stand for the year alone.

    Why:
        Catalogues that want a day enter 1 January where only the year is known. Read as a day, it makes a
        report older than the events that it tells of.

    Bad:
        `Publication Date 1 January 2019`

    Good:
        `Publication Date 2019`

    Source:
        Seen on Refworld pages; the contract's rule that just the parts known are given.
    """

    code = "CIT014"
    name = "date-first-of-january"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the date, unless the address says the same day."""
        field = subject.record.fields.publication_date
        if (
            field is None
            or not (field.value.iso or "").endswith("-01-01")
            or _confirmed(subject, field.value)
        ):
            return
        message = f"{field.value.raw} may stand for the year {(field.value.iso or '')[:4]} alone."
        yield problem_in(subject, "publication_date", field, message)


def _confirmed(subject: Subject, date: Date) -> bool:
    """Whether an address of the page tells a day within the week."""
    for field in (subject.record.fields.url, subject.record.fields.original_url):
        docid = docid_of(field.value) if field else None
        days = (date_in(field.value), day_of_docid(docid) if docid else None) if field else ()
        if any(day and day.precision == "day" and days_apart(day, date) <= 7 for day in days):
            return True
    return False
