"""CIT025."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.lists import publishing_places
from citebound_hooks.rules.reading.places import problem_in, words_of_field
from citebound_hooks.rules.reading.words import folded

_LAST_PART = re.compile(r"(?<=[\w)])\s?[,(:]\s{0,3}(?=(?P<place>[^(:]{1,60})$)")


class PublisherEndsInPlace(Rule):
    """The publisher's name ends in a place.

    Why:
        The place is no part of the name: programs that compare publishers take the two forms for two
        publishers.

    Bad:
        `Publisher Northgate Institute, London`

    Good:
        `Publisher Northgate Institute`

    Source:
        eLife's rules for references: a publisher's name must not end in a place name.
    """

    code = "CIT025"
    name = "publisher-ends-in-place"
    severity = "info"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the place."""
        field = subject.record.fields.publisher
        words = words_of_field(field) if field else ""
        if field is None:
            return
        for match in _LAST_PART.finditer(words):
            place = match["place"].rstrip(" )")
            if folded(place) in publishing_places():
                message = f"The publisher's name ends in the place {place}."
                at = match.start("place")
                yield problem_in(subject, "publisher", field, message, part=(at, at + len(place)))
                return
