"""BRF017."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.briefing.setting.bidi import has_right_to_left
from citebound_hooks.verify.rules.words_on_pages import pages_are_proved, squeezed

TIMES = 2


class MarkingMissing(Rule):
    """A page lost the handling marking that the record names.

    Why:
        A page is passed on by itself; without its marking it is passed on to anybody.

    Bad:
        A briefing marked “For desk use only” whose third page says so no more.

    Good:
        The marking at the top and the bottom of each page.

    Source:
        Common practice of document control: each page bears the marking of the whole.
    """

    code = "BRF017"
    name = "marking-missing"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem for each page that does not bear the marking twice."""
        finished = subject.document.finished
        if finished is None or finished.briefing is None or pages_are_proved(finished):
            return
        handling = finished.briefing.record.handling
        marking = handling.marking if handling else None
        if marking is None or has_right_to_left(marking):
            return
        for number, page in enumerate(finished.pages, 1):
            if squeezed(page).count(squeezed(marking)) < TIMES:
                yield Problem(
                    message=f"Page {number} does not bear the marking “{marking}” at its top and bottom."
                )
