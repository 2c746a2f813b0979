"""SRC008."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.citations import citations_of
from citebound_hooks.rules.reading.dates import has_impossible_day


class ImpossibleSourceDate(Rule):
    """An inline citation gives a date that no calendar has.

    Why:
        The item cannot be found again, and guessing which day was meant would invent a date.

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
        for citation in citations_of(subject):
            if citation.date and has_impossible_day(citation.date):
                message = f"{citation.date.raw} is no date of the calendar."
                yield Problem(message=message, span=citation.date.span or citation.span)
