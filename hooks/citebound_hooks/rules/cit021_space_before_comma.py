"""CIT021."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.fields import text_fields
from citebound_hooks.rules.reading.places import problem_in, replace_in, words_of_field

_SPACE = re.compile(r"(?<=\S)[ \t\xa0]{1,9}(?=,)")


class SpaceBeforeComma(Rule):
    """A space stands before a comma.

    Why:
        It is a trace of an empty or deleted part of the citation.

    Bad:
        `Cite as Northgate Institute , Vale: Flood Aid Falls Short, …`

    Good:
        `Cite as Northgate Institute, Vale: Flood Aid Falls Short, …`

    Source:
        Seen on Refworld pages.
    """

    code = "CIT021"
    name = "space-before-comma"
    severity = "info"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields one problem for each field, at its first such place; the fix takes out all."""
        for name, field in text_fields(
            subject.record, ("title", "authors", "publisher", "symbol", "cite_as")
        ):
            places = [match.span() for match in _SPACE.finditer(words_of_field(field))]
            if places:
                first = (max(places[0][0] - 1, 0), places[0][1] + 1)
                problem = problem_in(subject, name, field, "A space stands before a comma.", part=first)
                fixes = [edit for place in places for edit in replace_in(subject, field, *place, "")]
                yield replace(problem, fix="Remove the space" if fixes else None, replacements=tuple(fixes))
