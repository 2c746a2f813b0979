"""CIT037."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Date
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import archived_in, host_of
from citebound_hooks.rules.reading.archives import archived_copies
from citebound_hooks.rules.reading.dates import days_before, known


class ArchivedBeforePublication(Rule):
    """The archived copy was made before the report was published.

    Why:
        A copy cannot be older than its original: it is of an earlier state of the page, or a date is wrong. A
        single day is left alone, since time zones can shift a date by one.

    Bad:
        `Publication Date 3 May 2019`, archived at `https://web.archive.org/web/20180504/…`

    Good:
        `https://web.archive.org/web/20190504/…`

    Source:
        Order of dates: published ≤ archived.
    """

    code = "CIT037"
    name = "archived-before-publication"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each such copy, of the report's own page and of the sources that it cites."""
        for each in archived_copies(subject.document):
            published = each.date if each.source else _own_date(subject, each.copy.address)
            if published and days_before(each.copy.day, published) > 1:
                message = f"Archived on {each.copy.day.iso}, before the publication ({published.raw})."
                yield Problem(message=message, span=subject.document.span(each.start, each.end), field="url")


def _own_date(subject: Subject, address: str) -> Date | None:
    """The report's date, for a copy of the report's site: of other sites it says nothing."""
    fields = subject.record.fields
    own = [field.value for field in (fields.url, fields.original_url) if field]
    if host_of(address) in map(host_of, own) or any(archived_in(each) for each in own):
        return known(fields.publication_date)
    return None
