"""DIS007."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Replacement, Rule, Subject


class LabelGluedToDisclaimer(Rule):
    """The label is glued to the first word of the disclaimer.

    Why:
        A flattened page loses the white space between label and text. Who copies the text copies a misprint; the words
        themselves are whole.

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
        if field is None or field.span is None or not field.span.exact[0].isalnum():
            return
        start = field.span.start
        for label in subject.profile.labels.get("disclaimer", ()):
            name = label.rstrip(" :")
            if name and document.text[max(start - len(name), 0) : start].casefold() == name.casefold():
                word = field.span.exact.split(maxsplit=1)[0]
                yield Problem(
                    message=f"The label “{name}” is glued to “{word}”.",
                    span=document.span(start - len(name), start + len(word)),
                    field="disclaimer",
                    fix="Insert a space after the label",
                    replacements=(Replacement(start=start, end=start, replacement=" "),),
                )
                return
