"""DIS004."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.disclaimers import disclaimer_problems


class DisclaimerWordsAdded(Rule):
    """The disclaimer holds words that are not in its wording.

    Why:
        Added words weaken or reverse it as easily as missing ones. Must-have words (not, nor, names of
        organisations) make it an error, others a warning.

    Bad:
        `UNHCR is not solely responsible for, nor does it necessarily endorse, its content.`

    Good:
        `UNHCR is not responsible for, nor does it necessarily endorse, its content.`

    Source:
        The wording in the profile, token by token.
    """

    code = "DIS004"
    name = "disclaimer-words-added"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each run of added words."""
        yield from disclaimer_problems(
            subject, "added", lambda put: f"Words were added to the disclaimer: “{put.found}”"
        )
