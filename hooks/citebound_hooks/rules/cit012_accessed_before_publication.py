"""CIT012."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.dates import days_before, known
from citebound_hooks.rules.reading.places import problem_in


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
        """Yields a problem at the date of access."""
        field = subject.record.fields.accessed
        accessed, published = known(field), known(subject.record.fields.publication_date)
        days = days_before(accessed, published) if accessed and published else 0
        if field is None or accessed is None or published is None or not days:
            return
        message = f"Accessed on {accessed.raw}, before the publication ({published.raw})."
        yield problem_in(subject, "accessed", field, message, severity="warning" if days == 1 else None)
