"""CIT023."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.disclaimers import wording_meant
from citebound_hooks.rules.reading.organisations import republisher_of, same_organisation
from citebound_hooks.rules.reading.places import problem_in
from citebound_hooks.rules.reading.words import folded


class RepublisherAsPublisher(Rule):
    """The site that hosts the copy is given as the publisher.

    Why:
        Who hosts a report does not stand for what it says. Quoting the republisher as publisher gives a statement an
        authority that it does not have.

    Bad:
        `Publisher Refworld` on a page whose disclaimer says that this is no publication of the host.

    Good:
        `Publisher Northgate Institute`, with Refworld as the republisher.

    Source:
        UNHCR's disclaimer on republished documents; eLife's rules for references: one publisher.
    """

    code = "CIT023"
    name = "republisher-as-publisher"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the publisher, if it is the site's name, or the disclaimer says it cannot be."""
        publisher, host = subject.record.fields.publisher, republisher_of(subject.record, subject.profile)
        if publisher is None or host is None:
            return
        if _is_site(publisher.value, host):
            message = f"{publisher.value} hosts this copy; it is not the publisher."
        elif wording_meant(subject) and same_organisation(publisher.value, host):
            message = f"{publisher.value} is given as publisher, and the disclaimer says that it is not."
        else:
            return
        yield problem_in(subject, "publisher", publisher, message)


def _is_site(publisher: str, host: str) -> bool:
    """Whether the name is the site's, or its own part: `Refworld` of `UNHCR Refworld`, but not `UNHCR`."""
    name, site = folded(publisher), folded(host)
    return bool(name) and (name == site or name == site[-1:])
