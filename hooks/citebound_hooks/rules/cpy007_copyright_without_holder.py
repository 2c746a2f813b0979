"""CPY007."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.copyright import has_sign, holder_of
from citebound_hooks.rules.reading.places import problem_in, words_of_field


class CopyrightWithoutHolder(Rule):
    """The copyright notice names no holder.

    Why:
        Who wants to ask for permission does not know whom to ask.

    Bad:
        `© 2019`

    Good:
        `© 2019 Northgate Institute`

    Source:
        Universal Copyright Convention, article III.
    """

    code = "CPY007"
    name = "copyright-without-holder"
    severity = "info"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at a notice with a copyright sign and no name."""
        notice = subject.record.fields.copyright_notice
        words = words_of_field(notice) if notice else ""
        if notice and has_sign(words) and holder_of(subject.record) is None:
            yield problem_in(subject, "copyright_notice", notice, "The copyright notice names no holder.")
