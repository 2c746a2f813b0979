"""CIT032."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.fields import text_fields
from citebound_hooks.rules.reading.places import problem_in, replace_in, words_of_field

_SPACES = re.compile(r"[ \xa0]{2,}|[ \xa0]*[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f][ \xa0]*")


class SpacesDoubledInField(Rule):
    """Doubled spaces or control characters stand in the title or a name.

    Why:
        Programs that compare titles take the two forms for two documents.

    Bad:
        `Vale:␣␣Flood Aid Falls Short`, each sign a space

    Good:
        `Vale: Flood Aid Falls Short`

    Source:
        ReliefWeb's rules for titles: no double spaces and no control characters.
    """

    code = "CIT032"
    name = "title-spaces-doubled"
    severity = "info"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields one problem for each field, at its first such place; the fix repairs all."""
        for name, field in text_fields(subject.record, ("title", "authors", "publisher")):
            places = [match.span() for match in _SPACES.finditer(words_of_field(field))]
            if places:
                message = f"Doubled spaces or a control character stand in the {name.removesuffix('s')}."
                problem = problem_in(subject, name, field, message, part=places[0])
                fixes = [edit for place in places for edit in replace_in(subject, field, *place, " ")]
                yield replace(problem, fix="Put one space" if fixes else None, replacements=tuple(fixes))
