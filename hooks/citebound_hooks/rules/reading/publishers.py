"""Whether the host of a copy is given as the publisher of the report."""

from __future__ import annotations

from citebound.rules import Subject
from citebound_hooks.rules.reading.disclaimers import wording_meant
from citebound_hooks.rules.reading.organisations import is_hosting_site, republisher_of, same_organisation
from citebound_hooks.rules.reading.words import folded


def host_as_publisher(subject: Subject) -> str | None:
    """Returns what speaks against the page's publisher, as the end of a sentence about it; None if nothing does."""
    publisher, host = subject.record.fields.publisher, republisher_of(subject.record, subject.profile)
    if publisher is None:
        return None
    if host is not None and _is_site(publisher.value, host):
        return "hosts this copy; it is not the publisher"
    is_said = publisher.span is not None or subject.document.entry is not None  # not the site's own markup
    if is_said and is_hosting_site(publisher.value):
        return "hosts copies; it is not the publisher"
    if host is not None and same_organisation(publisher.value, host) and wording_meant(subject):
        return "is given as publisher, and the disclaimer says that it is not"
    return None


def _is_site(publisher: str, host: str) -> bool:
    """Whether the name is the site's, or its own part: `Refworld` of `UNHCR Refworld`, but not `UNHCR`."""
    name, site = folded(publisher), folded(host)
    return bool(name) and (name == site or name == site[-1:])
