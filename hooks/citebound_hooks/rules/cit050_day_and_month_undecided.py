"""CIT050."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.dates import is_undecided
from citebound_hooks.rules.reading.fields import date_fields
from citebound_hooks.rules.reading.places import problem_in


class DayAndMonthUndecided(Rule):
    """Day and month of a date in numbers can be swapped.

    Why:
        03/04/2017 is 3 April for one reader and March 4 for another; the record leaves it open rather than
        guess.

    Bad:
        `Publication Date 03/04/2019`

    Good:
        `Publication Date 3 April 2019`

    Source:
        ISO 8601, introduction; the contract: nothing is filled in by guessing.
    """

    code = "CIT050"
    name = "date-undecided"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each such date of the header."""
        for name, field in date_fields(subject.record):
            if is_undecided(field.value):
                yield problem_in(
                    subject, name, field, f"{field.value.raw} can be read with day and month swapped."
                )
