"""CIT036."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import archived_addresses, archived_in, host_of, page_addresses


class ArchiveOfAnotherHost(Rule):
    """The archived copy is of another site than the source.

    Why:
        The copy does not prove what the cited page said; it is usually the copy of another source in the same
        list.

    Bad:
        Source `https://northgate.example/vale`, archived at
        `https://web.archive.org/web/20190504/https://estuary.example/news`

    Good:
        Source and archived copy are both of `northgate.example`.

    Source:
        Seen on real pages: source host and archive host differ.
    """

    code = "CIT036"
    name = "archive-host-differs"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each archived copy whose site is none of the page's own."""
        own = {host_of(address) for address in _own_addresses(subject)}
        if not own:
            return
        for start, end, address in archived_addresses(subject.document.text):
            copy = archived_in(address)
            if copy and not any(_related(host_of(copy.address), host) for host in own):
                message = f"The archived copy is of {host_of(copy.address)}, the source stands at {min(own)}."
                yield Problem(message=message, span=subject.document.span(start, end), field="url")


def _own_addresses(subject: Subject) -> Iterator[str]:
    fields = subject.record.fields
    yield from page_addresses(subject.document, subject.record)
    for field in (fields.url, fields.original_url):
        if field is not None and not archived_in(field.value) and host_of(field.value):
            yield field.value


def _related(one: str, other: str) -> bool:
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
