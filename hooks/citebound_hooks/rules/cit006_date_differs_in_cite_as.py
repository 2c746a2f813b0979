"""CIT006."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.certainty import warning_unless_known
from citebound_hooks.rules.reading.contradicted import other_date
from citebound_hooks.rules.reading.dates import known
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
        field, published = subject.record.fields.cite_as, known(subject.record.fields.publication_date)
        other = other_date(subject)
        if field is None or published is None or other is None:
            return
        part, _ = other
        message = f"The cite-as line says {part.text}, the page was published on {published.raw}."
        yield problem_in(
            subject,
            "cite_as",
            field,
            message,
            part=(part.start, part.end),
            severity=warning_unless_known(subject),
        )
