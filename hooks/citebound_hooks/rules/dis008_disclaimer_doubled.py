"""DIS008."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.disclaimers import wording_meant

_BEGIN = 40  # characters; two texts that share them are copies


class DisclaimerDoubled(Rule):
    """The disclaimer stands on the page twice.

    Why:
        Two copies drift apart when one is changed.

    Bad:
        The disclaimer in the header and once more at the foot.

    Good:
        The disclaimer once.

    Source:
        Common practice of publication desks.
    """

    code = "DIS008"
    name = "disclaimer-doubled"
    severity = "info"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the second copy."""
        field, text = subject.record.fields.disclaimer, subject.document.text
        if field is None or field.span is None or wording_meant(subject) is None:
            return
        begin = field.span.exact[:_BEGIN]
        at = text.find(begin)
        at = text.find(begin, field.span.end) if at == field.span.start else at
        if at >= 0:
            span = subject.document.span(at, at + len(begin))
            yield Problem(message="The disclaimer stands on the page twice.", span=span, field="disclaimer")
