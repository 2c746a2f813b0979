"""CIT023."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.places import problem_in
from citebound_hooks.rules.reading.publishers import host_as_publisher


class RepublisherAsPublisher(Rule):
    """The site that hosts the copy is given as the publisher.

    Why:
        Who hosts a report does not stand for what it says. Quoting the republisher as publisher gives a
        statement an authority that it does not have.

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
        publisher, objection = subject.record.fields.publisher, host_as_publisher(subject)
        if publisher is not None and objection is not None:
            yield problem_in(subject, "publisher", publisher, f"{publisher.value} {objection}.")
