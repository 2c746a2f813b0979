"""CIT006."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.certainty import warning_unless_known
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.dates import agree, known
from citebound_hooks.rules.reading.places import problem_in


class DateDiffersInCiteAs(Rule):
    """The cite-as line gives another date than the page's publication date.

    Why:
        The date decides which events a report can know of. Two dates on one page contradict each other; `May
        2019` beside `3 May 2019` does not. On a page that no profile knows it is a warning, since the reading
        may be at fault.

    Bad:
        `Publication Date 3 May 2019` and `Cite as Northgate Institute, …, 5 March 2019, …`

    Good:
        `Publication Date 3 May 2019` and `Cite as Northgate Institute, …, 3 May 2019, …`

    Source:
        Consistency of header and cite-as line; Refworld's form of that line.
    """

    code = "CIT006"
    name = "cite-as-date-differs"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the date of the cite-as line, if none there agrees with the page's."""
        line = cite_as_of(subject.record, subject.profile)
        field, published = subject.record.fields.cite_as, known(subject.record.fields.publication_date)
        dates = [(part, date) for part, date in line.dates if date.iso] if line else []
        if field is None or published is None or not dates:
            return
        if line is not None and line.title is None and subject.record.fields.title is not None:
            return  # what is not the title's is not known: the dates may be part of it (CIT005)
        if any(agree(date, published) for _, date in dates):
            return
        part, _ = dates[0]
        message = f"The cite-as line says {part.text}, the page was published on {published.raw}."
        yield problem_in(
            subject,
            "cite_as",
            field,
            message,
            part=(part.start, part.end),
            severity=warning_unless_known(subject),
        )
