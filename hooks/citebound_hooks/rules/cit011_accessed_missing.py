"""CIT011."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.broken import broken_address
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.places import problem_in


class AccessedMissing(Rule):
    """An address is cited without the date on which it was opened.

    Why:
        Pages move and change. Where the profile's citation style wants the date of access, a citation without
        it does not say which state of the page was read. The date is the desk's own: `--accessed` or the
        sidecar file supplies it.

    Bad:
        `…, available at: https://library.example/docid/5ccb8c9a4.html`

    Good:
        `…, available at: https://library.example/docid/5ccb8c9a4.html [accessed 7 June 2022]`

    Source:
        OSCOLA wants it, and so does the EUAA's form of a citation; AGLC wants none: so it is a setting of the
        profile.
    """

    code = "CIT011"
    name = "accessed-missing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the address; a warning only if the page has no cite-as line that could hold the date."""
        fields, line = subject.record.fields, cite_as_of(subject.record, subject.profile)
        if subject.profile.access_date != "required" or fields.accessed is not None:
            return
        if line and (line.placeholder or (line.accessed_date and line.accessed_date.raw.strip())):
            return
        if line and fields.cite_as and broken_address(subject.document, fields.cite_as, line):
            return  # the date stands behind the rest of the address
        message = "The address is cited without a date of access."
        if line and fields.cite_as and line.url:
            yield problem_in(
                subject, "accessed", fields.cite_as, message, part=(line.url.start, line.url.end)
            )
        elif fields.cite_as is None and fields.url is not None:
            message = (
                "Nothing says when this address was opened; --accessed or the sidecar file supplies the date."
            )
            yield problem_in(subject, "accessed", fields.url, message, severity="warning")
