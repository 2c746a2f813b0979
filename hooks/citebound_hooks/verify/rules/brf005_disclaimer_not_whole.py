"""BRF005."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.briefing.setting.bidi import has_right_to_left
from citebound_hooks.verify.rules.words_on_pages import (
    are_carried,
    pages_are_proved,
)


class DisclaimerNotWhole(Rule):
    """The source's disclaimer does not stand on the pages word for word.

    Why:
        A dropped or reworded disclaimer makes the host answer for what others say.

    Bad:
        A briefing whose first page lost the word “not”.

    Good:
        The whole disclaimer on page 1, or its end in the annex.

    Source:
        The promise of a citebound briefing: what it says can be held against its source.
    """

    code = "BRF005"
    name = "disclaimer-not-whole"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem if the disclaimer of the record is not on the pages."""
        finished = subject.document.finished
        if finished is None:
            return
        disclaimer = finished.briefing.record.fields.disclaimer if finished.briefing else None
        if disclaimer is None or pages_are_proved(finished) or has_right_to_left(disclaimer.value):
            return
        if not are_carried(disclaimer.value, finished.pages):
            yield Problem(
                message="The pages do not carry the disclaimer of the record word for word.",
                field="disclaimer",
            )
