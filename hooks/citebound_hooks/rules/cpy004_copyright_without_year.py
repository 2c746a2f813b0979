"""CPY004."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.copyright import has_sign
from citebound_hooks.rules.reading.places import problem_in, words_of_field


class CopyrightWithoutYear(Rule):
    """The copyright notice gives no year.

    Why:
        The year of first publication is a part of the notice.

    Bad:
        `© Northgate Institute`

    Good:
        `© 2019 Northgate Institute`

    Source:
        Universal Copyright Convention, article III.
    """

    code = "CPY004"
    name = "copyright-without-year"
    severity = "info"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at a notice with a copyright sign and no year."""
        notice = subject.record.fields.copyright_notice
        words = words_of_field(notice) if notice else ""
        if notice and has_sign(words) and not any(mark.isdigit() for mark in words):
            yield problem_in(subject, "copyright_notice", notice, "The copyright notice gives no year.")
