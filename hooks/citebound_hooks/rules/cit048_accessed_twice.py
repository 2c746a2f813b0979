"""CIT048."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.cite_as import accessed_parts, cite_as_of
from citebound_hooks.rules.reading.places import problem_in


class AccessedTwice(Rule):
    """The cite-as line gives two dates of access.

    Why:
        Nobody can tell which of the two states of the page is cited.

    Bad:
        `… [accessed 7 June 2022] [accessed 9 June 2022]`

    Good:
        `… [accessed 7 June 2022]`

    Source:
        eLife's rules for references: exactly one accessed date.
    """

    code = "CIT048"
    name = "accessed-twice"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the last one."""
        line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        if line is None or field is None or line.accessed is None:
            return
        if len([each for each in accessed_parts(line.line) if each.text.strip("[]() ")]) > 1:
            message = "The cite-as line gives two dates of access."
            yield problem_in(
                subject, "accessed", field, message, part=(line.accessed.start, line.accessed.end)
            )
