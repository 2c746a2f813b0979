"""BRF005."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.briefing.setting.bidi import has_right_to_left
from citebound_hooks.verify.rules.words_on_pages import (
    all_squeezed,
    pages_are_proved,
    squeezed,
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
        if squeezed(disclaimer.value) not in all_squeezed(finished.pages):
            first = squeezed(disclaimer.value)[:200]
            continued = first in all_squeezed(finished.pages[:1]) and _ends_later(
                finished.pages, disclaimer.value
            )
            if not continued:
                yield Problem(
                    message="The pages do not carry the disclaimer of the record word for word.",
                    field="disclaimer",
                )


def _ends_later(pages: tuple[str, ...], disclaimer: str) -> bool:
    """Whether a long disclaimer, begun on page 1, is carried to its end on the pages of the annex."""
    return squeezed(disclaimer)[-200:] in all_squeezed(pages[1:])
