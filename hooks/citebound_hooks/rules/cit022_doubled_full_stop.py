"""CIT022."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.fields import text_fields
from citebound_hooks.rules.reading.places import problem_in, replace_in, words_of_field

_DOUBLED = re.compile(r"(?<=[^\s.])\.\.(?![.\w])")
_ABBREVIATED = re.compile(r"(?:\b[A-ZÀ-Þ]|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|al|eds?|Dr|vol|no|pp?))$")


class DoubledFullStop(Rule):
    """Two full stops stand where one should.

    Why:
        A script that puts a full stop behind each part doubles the one of an initial: `Name, D..`

    Bad:
        `Author Marlow, I..`

    Good:
        `Author Marlow, I.`

    Source:
        Seen on real pages (`Name, D..`).
    """

    code = "CIT022"
    name = "doubled-full-stop"
    severity = "info"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields one problem for each field, at its first such place; the fix repairs all that are no torn ellipsis."""
        seen: set[int] = set()
        for name, field in text_fields(
            subject.record, ("title", "authors", "publisher", "symbol", "cite_as")
        ):
            begin = field.span.start if field.span else 0
            found = [match.span() for match in _DOUBLED.finditer(words_of_field(field))]
            places = [place for place in found if not field.span or begin + place[0] not in seen]
            seen.update(begin + start for start, _ in places if field.span)
            if places:
                start, end = places[0]
                before = words_of_field(field)[:start].rpartition(" ")[2]
                message = f"“{before}..” ends in two full stops."
                problem = problem_in(subject, name, field, message, part=(start - len(before), end))
                certain = [place for place in places if _ends_a_part(words_of_field(field), *place)]
                fixes = [edit for place in certain for edit in replace_in(subject, field, *place, ".")]
                yield replace(
                    problem, fix="Remove one full stop" if fixes else None, replacements=tuple(fixes)
                )


def _ends_a_part(words: str, start: int, end: int) -> bool:
    """Tells the full stops of an initial, an abbreviation or a part of a citation from what is left of three dots."""
    return bool(_ABBREVIATED.search(words, 0, start)) or words[end : end + 1] in (",", ";", ")", "")
