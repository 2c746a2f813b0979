"""CIT029."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import is_address
from citebound_hooks.rules.reading.places import problem_in


class TitleIsUrl(Rule):
    """The title is an address.

    Why:
        The page's title was not read, and its address put in its place: the citation does not say what is
        cited.

    Bad:
        `https://northgate.example/2019/05/flood-aid` as the title

    Good:
        `Vale: Flood Aid Falls Short`

    Source:
        Seen on real pages; eLife's rules for references.
    """

    code = "CIT029"
    name = "title-is-url"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the title."""
        field = subject.record.fields.title
        if field is not None and is_address(field.value):
            yield problem_in(subject, "title", field, f"The title is the address {field.value}.")
