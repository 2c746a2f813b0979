"""BRF014."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject


class NotRenderedAnew(Rule):
    """The briefing could not be rendered anew, so its pages are held against its disclaimer and quotations only.

    Why:
        A word between the quotations, a link or a drawing could have been changed, and nothing would tell.

    Bad:
        A briefing of another version, or with a template that is not at hand.

    Good:
        `citebound verify briefing.pdf --template our-letterhead/`, with the version that made it.

    Source:
        Rendering is reproducible: the same briefing, version and template give the same bytes.
    """

    code = "BRF014"
    name = "not-rendered-anew"
    severity = "warning"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem with the reason."""
        finished = subject.document.finished
        if finished is not None and finished.not_anew is not None:
            yield Problem(
                message=f"Pages are held against the disclaimer and the quotations only: {finished.not_anew}."
            )
