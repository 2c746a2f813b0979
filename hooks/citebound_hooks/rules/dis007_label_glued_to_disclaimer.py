"""DIS007."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.glued import glued_label, glued_problem


class LabelGluedToDisclaimer(Rule):
    """The label is glued to the first word of the disclaimer.

    Why:
        A flattened page loses the white space between label and text. Who copies the text copies a misprint;
        the words themselves are whole.

    Bad:
        `DisclaimerThis is not a UNHCR publication.`

    Good:
        `Disclaimer This is not a UNHCR publication.`

    Source:
        Seen on flattened Refworld pages.
    """

    code = "DIS007"
    name = "disclaimer-label-glued"
    severity = "info"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the label and the first word."""
        field, document = subject.record.fields.disclaimer, subject.document
        label = glued_label(document, field, subject.profile.labels.get("disclaimer", ())) if field else None
        if field and label:
            yield glued_problem(document, "disclaimer", field, label)
