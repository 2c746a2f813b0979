"""CIT012."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Date, Severity
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.contradicted import dates_of_publication
from citebound_hooks.rules.reading.dates import days_before, known
from citebound_hooks.rules.reading.places import problem_in
from citebound_hooks.rules.reading.reference_lines import reference_lines


class AccessedBeforePublication(Rule):
    """The date of access lies before the date of publication.

    Why:
        Nobody can read a page before it is published: one of the dates is wrong. A single day is a warning
        only, since time zones can shift a date by one.

    Bad:
        `…, 3 May 2019, available at: … [accessed 7 June 2018]`

    Good:
        `…, 3 May 2019, available at: … [accessed 7 June 2022]`

    Source:
        eLife's rules for references: the accessed date must be valid; published ≤ accessed.
    """

    code = "CIT012"
    name = "accessed-before-publication"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the date of access of the page, and of each reference in its text."""
        yield from _of_the_page(subject)
        yield from _of_cite_as(subject)
        line = subject.record.fields.cite_as
        for each in reference_lines(subject.document.text) if subject.document.entry is None else ():
            days = days_before(each.accessed, each.published) if each.published else 0
            if (
                each.published
                and days
                and not (line and line.span and line.span.start <= each.start < line.span.end)
            ):
                yield Problem(
                    message=_message(each.accessed, each.published),
                    span=subject.document.span(each.start, each.end),
                    field="accessed",
                    severity="warning",
                )


def _of_the_page(subject: Subject) -> Iterator[Problem]:
    field = subject.record.fields.accessed
    accessed, published = known(field), dates_of_publication(subject)
    if field is None or accessed is None or not published:
        return
    days = min(days_before(accessed, each) for each in published)
    if not days:
        return  # the date in the cite-as line allows it: CIT006 tells that the two contradict
    message = _message(accessed, published[0])
    yield problem_in(subject, "accessed", field, message, severity=_severity(days))


def _of_cite_as(subject: Subject) -> Iterator[Problem]:
    """Yields a problem at the date of access in the cite-as line, where the record has its own from elsewhere."""
    fields, line = subject.record.fields, cite_as_of(subject.record, subject.profile)
    field, published = fields.cite_as, known(fields.publication_date)
    if line is None or field is None or line.accessed is None or line.accessed_date is None or not published:
        return
    accessed = fields.accessed.span if fields.accessed else None
    if accessed and field.span and field.span.contains(accessed):
        return
    days = days_before(line.accessed_date, published)
    if days:
        place = (line.accessed.start, line.accessed.end)
        message, severity = _message(line.accessed_date, published), _severity(days)
        yield problem_in(subject, "cite_as", field, message, part=place, severity=severity)


def _severity(days: int) -> Severity | None:
    return "warning" if days == 1 else None


def _message(accessed: Date, published: Date) -> str:
    return f"Accessed on {accessed.raw}, before the publication ({published.raw})."
