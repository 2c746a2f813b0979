"""SRC002."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.certainty import warning_unless_known
from citebound_hooks.rules.reading.citations import citations_of
from citebound_hooks.rules.reading.dates import days_before, known


class SourceAfterPublication(Rule):
    """An inline citation is of an item that appeared after the report.

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
