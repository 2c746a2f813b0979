"""SRC002."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Date
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.certainty import warning_unless_known
from citebound_hooks.rules.reading.citations import citations_of
from citebound_hooks.rules.reading.dates import days_before, known
from citebound_hooks.rules.reading.reference_lines import reference_lines


class SourceAfterPublication(Rule):
    """A source that is cited appeared after the report.

    Why:
        A report cannot quote what was not yet written: a date is wrong. A single day may be the time zone and
        is left alone. On a page that no profile knows it is a warning, since the reading may be at fault.

    Bad:
        `Publication Date 3 May 2019` and `(Vale Courier, April 14, 2020)`

    Good:
        `(Vale Courier, April 14, 2019)`

    Source:
        Order of dates: cited ≤ published.
    """

    code = "SRC002"
    name = "source-after-publication"
    needs = "citations"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each such citation."""
        published = known(subject.record.fields.publication_date)
        for citation in citations_of(subject) if published else ():
            if published and citation.date and days_before(published, citation.date) > 1:
                item = f"{citation.outlet} of {citation.date.raw}"
                message = f"{item} is cited, after the publication ({published.raw})."
                yield Problem(message=message, span=citation.span, severity=warning_unless_known(subject))
        if published and subject.document.entry is None:
            yield from _in_references(subject, published)


def _in_references(subject: Subject, published: Date) -> Iterator[Problem]:
    """Yields a problem at the first reference of a list that is of a later day; a list may be kept up to date."""
    line, updated = subject.record.fields.cite_as, known(subject.record.fields.last_updated)
    for each in reference_lines(subject.document.text):
        date, place = each.published, each.place
        if date is None or place is None or days_before(published, date) <= 1:
            continue
        if (line and line.span and line.span.start <= place[0] < line.span.end) or updated:
            continue
        message = f"The source of {date.raw} appeared after the publication ({published.raw})."
        yield Problem(message=message, span=subject.document.span(*place), severity="warning")
        return
