"""CPY008."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.copyright import LICENCE
from citebound_hooks.rules.reading.places import problem_in, words_of_field

_VERSION = re.compile(r"\b[1-4]\.0\b|\b2\.5\b|creativecommons\.org|\bCC0\b|public domain", re.IGNORECASE)


class LicenceWithoutVersion(Rule):
    """The notice names a Creative Commons licence without its version or address.

    Why:
        The versions differ in what they allow; without one, nobody knows which holds.

    Bad:
        `Licensed under CC BY-SA`

    Good:
        `Licensed under CC BY-SA 4.0`

    Source:
        Creative Commons, best practices for attribution: title, author, source, licence with its version or
        link.
    """

    code = "CPY008"
    name = "licence-without-version"
    severity = "info"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the licence."""
        notice = subject.record.fields.copyright_notice
        words = words_of_field(notice) if notice else ""
        licence = LICENCE.search(words)
        if notice and licence and not _VERSION.search(words, licence.start()):
            message = f"{licence.group()} is named without its version."
            yield problem_in(subject, "copyright_notice", notice, message, part=licence.span())
