"""CIT015."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.dates import days_before, known
from citebound_hooks.rules.reading.places import problem_in


class UpdatedBeforePublication(Rule):
    """The page was last updated before the report was published.

    Why:
        One of the dates is wrong. A day's difference may be the time zone and is left alone.

    Bad:
        `Last Updated: 6 June 2018` and `Publication Date 3 May 2019`

    Good:
        `Last Updated: 6 June 2022` and `Publication Date 3 May 2019`

    Source:
        Order of dates: published ≤ last updated.
    """

    code = "CIT015"
    name = "updated-before-publication"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the date of the update."""
        field = subject.record.fields.last_updated
        updated, published = known(field), known(subject.record.fields.publication_date)
        if field and updated and published and days_before(updated, published) > 1:
            message = f"Last updated on {updated.raw}, before the publication ({published.raw})."
            yield problem_in(subject, "last_updated", field, message)
