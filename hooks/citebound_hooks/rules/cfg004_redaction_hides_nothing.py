"""CFG004."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.redaction.left import idle
from citebound.rules import Problem, Rule, Subject


class RedactionHidesNothing(Rule):
    """A redaction hides nothing.

    Why:
        The desk believes a name hidden that stands in the briefing under another spelling. Its words are not repeated
        here, because a briefing carries its findings.

    Bad:
        `[redact] names = ["Ilia Maren"]`, on a report that writes Ilya Maren

    Good:
        `[redact] names = ["Ilya Maren"]`

    Source:
        Common practice of redaction: what was to be hidden is looked for in the result.
    """

    code = "CFG004"
    name = "redaction-hides-nothing"
    severity = "error"
    needs = "record"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem for each redaction whose words stand nowhere."""
        if not subject.redactions:
            return
        for which in idle(subject.redactions, subject.document.text, subject.record):
            yield Problem(
                message=f"The {which} of [redact] stands nowhere in the source, so it hides nothing."
            )
