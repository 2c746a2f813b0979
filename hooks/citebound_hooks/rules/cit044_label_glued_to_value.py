"""CIT044."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.fields import text_fields
from citebound_hooks.rules.reading.glued import glued_label, glued_problem


class LabelGluedToValue(Rule):
    """A label is glued to the value behind it.

    Why:
        A flattened page loses the white space between label and value. Who copies the value copies a misprint.

    Bad:
        `PublisherNorthgate Institute`

    Good:
        `Publisher Northgate Institute`

    Source:
        Seen on flattened Refworld pages.
    """

    code = "CIT044"
    name = "label-glued"
    severity = "info"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each such label; that of the disclaimer has a rule of its own."""
        for name, labels in subject.profile.labels.items():
            for _, field in text_fields(subject.record, (name,)) if name != "disclaimer" else ():
                glued = glued_label(subject.document, field, labels)
                if glued:
                    yield glued_problem(subject.document, name, field, glued)
