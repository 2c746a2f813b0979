"""CIT053."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from citebound.model import Date
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.cite_as import CiteAsLine, Part, cite_as_of
from citebound_hooks.rules.reading.dates import in_words
from citebound_hooks.rules.reading.places import problem_in, replace_in

_FORM = re.compile(r"\d{1,2}(?:er|[.º])?\s(?:de\s)?[^\W\d_]{3,12}\.?\s(?:de\s)?\d{4}")


class DateOfAnotherFormInCiteAs(Rule):
    """A date in the cite-as line is not written day, month in words, year.

    Why:
        `03/05/2019` is read in two ways, and a list of citations with three forms of dates cannot be sorted by
        eye.

    Bad:
        `…, 2019-05-03, … [accessed June 7, 2022]`

    Good:
        `…, 3 May 2019, … [accessed 7 June 2022]`

    Source:
        Refworld's form of the cite-as line; dates are `D Month YYYY` for people and ISO 8601 in records.
    """

    code = "CIT053"
    name = "cite-as-date-form"
    severity = "info"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each whole date of another form; the fix writes it in English words."""
        line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        if line is None or field is None or not subject.profile.cite_as.accessed:
            return
        for part, date in (*line.dates, *_accessed(line)):
            if date.precision == "day" and not date.iso_end and not _FORM.fullmatch(part.text):
                message = f"{part.text} is not written as day, month in words and year."
                problem = problem_in(subject, "cite_as", field, message, part=(part.start, part.end))
                fix = replace_in(subject, field, part.start, part.end, in_words(date))
                yield replace(problem, fix="Write the month in words" if fix else None, replacements=fix)


def _accessed(line: CiteAsLine) -> Iterator[tuple[Part, Date]]:
    """The date of access with its place, if there is one."""
    date = line.accessed_date
    at = line.line.find(date.raw, line.accessed.start) if date and line.accessed else -1
    if date and at >= 0:
        yield Part(at, at + len(date.raw), date.raw), date
