"""CIT049."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.places import problem_in, replace_in


class AccessedWhereForbidden(Rule):
    """The cite-as line gives a date of access, which the profile's style forbids.

    Why:
        Styles that leave the date of access out do so everywhere; one citation with it looks like another kind
        of source.

    Bad:
        `…, https://northgate.example/vale [accessed 7 June 2022]` under a profile with `access-date =
        "forbidden"`

    Good:
        `…, https://northgate.example/vale`

    Source:
        AGLC gives no date of access; the profile says which style holds.
    """

    code = "CIT049"
    name = "accessed-forbidden"
    severity = "info"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the date of access."""
        line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        if (
            subject.profile.access_date != "forbidden"
            or line is None
            or field is None
            or line.accessed is None
        ):
            return
        start = len(line.line[: line.accessed.start].rstrip(" ,\xa0"))
        message = f"The profile wants no date of access: “{line.accessed.text}”."
        fix = replace_in(subject, field, start, line.accessed.end, "")
        yield replace(
            problem_in(subject, "accessed", field, message, part=(line.accessed.start, line.accessed.end)),
            fix="Remove the date of access" if fix else None,
            replacements=fix,
        )
