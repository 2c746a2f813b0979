"""DIS003."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.disclaimers import disclaimer_problems


class DisclaimerWordsMissing(Rule):
    """Words are missing from within the disclaimer.

    Why:
        One word can turn it into its contrary: “is responsible” for “is not responsible”. Words that the
        profile marks as must-have (not, nor, names of organisations) make it an error, others a warning.

    Bad:
        `UNHCR is responsible for, nor does it necessarily endorse, its content.`

    Good:
        `UNHCR is not responsible for, nor does it necessarily endorse, its content.`

    Source:
        The wording in the profile, token by token.
    """

    code = "DIS003"
    name = "disclaimer-words-missing"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the word before each place."""
        yield from disclaimer_problems(
            subject, "missing", lambda gone: f"Words are missing from the disclaimer: “{gone.expected}”"
        )
