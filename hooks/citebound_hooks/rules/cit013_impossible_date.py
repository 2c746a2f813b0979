"""CIT013."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.dates import is_impossible
from citebound_hooks.rules.reading.fields import date_fields
from citebound_hooks.rules.reading.places import problem_in


class ImpossibleDate(Rule):
    """A date that no calendar has.

    Why:
        A misprint such as `2015-020-24` or `31 February 2017` cannot be resolved, and guessing which day was
        meant would invent a date.

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
        """Yields a problem at each impossible date of the header and of the cite-as line."""
        for name, field in date_fields(subject.record):
            if is_impossible(field.value):
                yield problem_in(subject, name, field, f"{field.value.raw} is no date of the calendar.")
        line, cite_as = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        for part, date in line.dates if line else ():
            if cite_as is not None and is_impossible(date):
                message = f"{date.raw} is no date of the calendar."
                yield problem_in(subject, "cite_as", cite_as, message, part=(part.start, part.end))
