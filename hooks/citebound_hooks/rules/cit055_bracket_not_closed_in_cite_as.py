"""CIT055."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.places import problem_in, replace_in

_CLOSING = {"[": "]", "(": ")"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}


class BracketNotClosedInCiteAs(Rule):
    """One bracket of the date of access in the cite-as line is lost.

    Why:
        It was left behind when the line was copied. Programs that read citations find the date by its brackets.

    Bad:
        `…, available at: https://library.example/docid/5ccb8c9a4.html [accessed 7 June 2022`

    Good:
        `…, available at: https://library.example/docid/5ccb8c9a4.html [accessed 7 June 2022]`

    Source:
        Refworld's form of the cite-as line; ecoi.net's has round brackets.
    """

    code = "CIT055"
    name = "cite-as-bracket-lost"
    severity = "info"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the date of access if just one bracket stands around it."""
        line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        part = line.accessed if line else None
        if line is None or field is None or part is None or line.accessed_date is None:
            return
        first, last = part.text[:1], part.text.rstrip()[-1:]
        if (first in _CLOSING) == (last in _OPENING) or not line.accessed_date.iso:
            return
        end = part.start + len(part.text.rstrip())
        lost = _CLOSING[first] if first in _CLOSING else _OPENING[last]
        at = end if first in _CLOSING else part.start
        insertion = replace_in(subject, field, at, at, lost)
        message = f"The bracket “{lost}” around the date of access is lost."
        problem = problem_in(subject, "cite_as", field, message, part=(part.start, part.end))
        yield replace(problem, fix="Put the bracket in" if insertion else None, replacements=insertion)
