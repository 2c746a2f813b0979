"""CPY004."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.copyright import MISPRINTED_YEAR, YEAR, has_sign
from citebound_hooks.rules.reading.places import problem_in, words_of_field


class CopyrightWithoutYear(Rule):
    """The copyright notice gives no year.

    Why:
        The year of first publication is a part of the notice. A year with a digit too many or too few is a
        warning.

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
        if notice is None or not has_sign(words):
            return
        misprint = MISPRINTED_YEAR.search(words) if not YEAR.search(words) else None
        if misprint:
            message = f"{misprint.group()} in the copyright notice is no year."
            yield problem_in(
                subject, "copyright_notice", notice, message, part=misprint.span(), severity="warning"
            )
        elif not any(mark.isdigit() for mark in words):
            yield problem_in(subject, "copyright_notice", notice, "The copyright notice gives no year.")
