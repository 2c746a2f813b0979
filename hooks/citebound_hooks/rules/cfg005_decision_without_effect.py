"""CFG005."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Anchor, Decision
from citebound.rules import Problem, Rule, Subject

_LONGEST = 80  # characters of a quotation that a message shows


class DecisionWithoutEffect(Rule):
    """A decision of the desk speaks of words that stand nowhere in the report.

    Why:
        It changes nothing: what the desk wanted to reject, merge or split stands in the briefing as before. Mostly
        the quotation is mistyped, or the report was replaced by a newer one.

    Bad:
        `[[decisions.reject]] quote = "the Salt Frnt"` beside a report that says “the Salt Front”

    Good:
        `[[decisions.reject]] quote = "the Salt Front"`

    Source:
        W3C Web Annotation Data Model, TextQuoteSelector: the quotation is what finds the place.
    """

    code = "CFG005"
    name = "decision-without-effect"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem for each decision; a list's sidecar file speaks of some of its entries only."""
        text = subject.document.text
        for decision in subject.decisions if subject.document.entry is None else ():
            for anchor in _anchors(decision):
                if not _stands(anchor, text):
                    where = "stands nowhere in the report"
                    where = where if anchor.start is None else f"does not stand at {anchor.start}"
                    words = anchor.quote if len(anchor.quote) <= _LONGEST else f"{anchor.quote[:_LONGEST]} …"
                    message = f"The decision to {decision.action} has no effect: “{words}” {where}."
                    yield Problem(message=message)


def _anchors(decision: Decision) -> tuple[Anchor, ...]:
    return (decision.anchor, *(Anchor(quote=name) for name in decision.others))


def _stands(anchor: Anchor, text: str) -> bool:
    if anchor.start is None:
        return anchor.quote in text
    return text.startswith(anchor.quote, anchor.start)
