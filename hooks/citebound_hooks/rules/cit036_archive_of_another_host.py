"""CIT036."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import archived_in, host_of, page_addresses
from citebound_hooks.rules.reading.archives import archived_copies


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
        for each in archived_copies(subject.document):
            sources = {host_of(each.source)} if each.source else own
            if sources and not any(_related(host_of(each.copy.address), host) for host in sources):
                message = f"The archived copy is of {host_of(each.copy.address)}, the source stands at {min(sources)}."
                yield Problem(message=message, span=subject.document.span(each.start, each.end), field="url")


def _own_addresses(subject: Subject) -> Iterator[str]:
    fields = subject.record.fields
    yield from page_addresses(subject.document, subject.record)
    for field in (fields.url, fields.original_url):
        if field is not None and not archived_in(field.value) and host_of(field.value):
            yield field.value


def _related(one: str, other: str) -> bool:
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
