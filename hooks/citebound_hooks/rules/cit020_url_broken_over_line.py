"""CIT020."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Replacement, Rule, Subject
from citebound_hooks.rules.reading.broken import broken_address
from citebound_hooks.rules.reading.cite_as import cite_as_of


class UrlBrokenOverLine(Rule):
    """The address is broken over a line or by a space.

    Why:
        Who clicks or copies it gets its first half.

    Bad:
        `available at: https://library.example/docid/ 5ccc3d9a4.html [accessed 7 June 2022]`

    Good:
        `available at: https://library.example/docid/5ccc3d9a4.html [accessed 7 June 2022]`

    Source:
        RFC 3986, appendix C: white space inside an address is to be ignored, and is best not there.
    """

    code = "CIT020"
    name = "url-broken"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the address with its rest, if nothing but the rest stands up to the date of access."""
        line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        broken = broken_address(subject.document, field, line) if field and line else None
        if broken is None:
            return
        start, end, rest = broken
        whole = "".join(subject.document.text[start:end].split())
        yield Problem(
            message=f"The address is broken before “{rest}”.",
            span=subject.document.span(start, end),
            field="url",
            fix="Join the address",
            replacements=(Replacement(start=start, end=end, replacement=whole),),
        )
