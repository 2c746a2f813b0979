"""CIT046."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from citebound.dates import find_dates as date_in_words
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.dates import known, year_of
from citebound_hooks.rules.reading.places import problem_in, replace_in
from citebound_hooks.rules.reading.words import folded


class DateMissingInCiteAs(Rule):
    """The cite-as line leaves out the publication date.

    Why:
        Who copies the line loses the date, which decides what the report can know of.

    Bad:
        `Cite as Northgate Institute, Vale: Flood Aid Falls Short, available at: …`

    Good:
        `Cite as Northgate Institute, Vale: Flood Aid Falls Short, 3 May 2019, available at: …`

    Source:
        Refworld's form of the cite-as line.
    """

    code = "CIT046"
    name = "cite-as-omits-date"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the title, behind which the date belongs."""
        line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        published = known(subject.record.fields.publication_date)
        if line is None or field is None or published is None or line.dates or not line.title:
            return
        words = line.outside_title()
        symbol = subject.record.fields.symbol
        if symbol:
            words = words.replace(symbol.raw, " ")  # a symbol's year is not the date
        if line.placeholder or any(date_in_words(words)) or str(year_of(published)) in folded(words):
            return
        message = f"The cite-as line leaves out the publication date {published.raw}."
        fix = replace_in(subject, field, line.title.end, line.title.end, f", {published.raw}")
        yield replace(
            problem_in(subject, "cite_as", field, message, part=(line.title.start, line.title.end)),
            fix="Insert the date after the title" if fix else None,
            replacements=fix,
        )
