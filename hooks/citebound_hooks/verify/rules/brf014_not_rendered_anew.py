"""BRF014."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.verify.rules.vouching import severity_of_doubt


class NotRenderedAnew(Rule):
    """The briefing could not be rendered anew, so its pages are held against its disclaimer and quotations only.

    Why:
        A word between the quotations, a link or a drawing could have been changed, and nothing would tell. Whoever
        changes it can also let the briefing say that another version made it; so this is an error, unless the file
        bears the signature of somebody trusted.

    Bad:
        A briefing of another version whose pages come out otherwise here; one whose template is not at hand.

    Good:
        `citebound verify briefing.pdf --template our-letterhead/`, with the version that made it; or a signed briefing
        and `--trust our-desk.pem`.

    Source:
        Rendering is reproducible: the same briefing, version and template give the same bytes.
    """

    code = "BRF014"
    name = "not-rendered-anew"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem with the reason; a warning if somebody trusted vouches for the file."""
        finished = subject.document.finished
        if finished is not None and finished.not_anew is not None:
            yield Problem(
                message=f"Pages are held against the disclaimer and the quotations only: {finished.not_anew}.",
                severity=severity_of_doubt(finished),
            )
