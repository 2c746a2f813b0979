"""CIT024."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.organisations import (
    is_hosting_site,
    is_republished,
    republisher_of,
    same_organisation,
)
from citebound_hooks.rules.reading.places import problem_in
from citebound_hooks.rules.reading.words import folded


class RepublisherAsAuthor(Rule):
    """The site that hosts the copy is given as the author.

    Why:
        The host wrote nothing of it: the statement would be ascribed to an organisation that says it does not
        endorse it.

    Bad:
        `Author Refworld`

    Good:
        `Author Ines Marlow`, or no author.

    Source:
        UNHCR's disclaimer on republished documents; seen on real pages.
    """

    code = "CIT024"
    name = "republisher-as-author"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each author who is the republisher."""
        record, profile = subject.record, subject.profile
        host = republisher_of(record, profile)
        is_copy = host is not None and is_republished(record, profile)
        own = {folded(name) for name in profile.own_publishers}
        publisher = record.fields.publisher
        if publisher and folded(publisher.value) in own:
            own = set()  # a report of its own names whom it will
        for author in record.fields.authors:
            is_host = same_organisation(author.value, host or "") or folded(author.value) in own
            if is_hosting_site(author.value) or (is_copy and is_host):
                yield problem_in(
                    subject,
                    "authors",
                    author,
                    f"{author.value} hosts {'this copy' if is_copy else 'copies'}; it is not the author.",
                )
