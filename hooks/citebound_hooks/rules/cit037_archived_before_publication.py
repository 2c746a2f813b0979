"""CIT037."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import archived_addresses, archived_in, host_of
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
        """Yields a problem at each such copy of the report's own page."""
        published = known(subject.record.fields.publication_date)
        for start, end, address in archived_addresses(subject.document.text) if published else ():
            copy = archived_in(address)
            if copy and published and _is_own(subject, copy.address) and days_before(copy.day, published) > 1:
                message = f"Archived on {copy.day.iso}, before the publication on {published.raw}."
                yield Problem(message=message, span=subject.document.span(start, end), field="url")


def _is_own(subject: Subject, address: str) -> bool:
    """Whether the copy is of the report's site: of other sources the date says nothing."""
    fields = subject.record.fields
    own = [field.value for field in (fields.url, fields.original_url) if field]
    return host_of(address) in map(host_of, own) or any(archived_in(each) for each in own)
