"""DIS005."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.disclaimers import disclaimer_problems


class DisclaimerWordsChanged(Rule):
    """Words of the disclaimer were replaced by others.

    Why:
        A disclaimer is quoted, not paraphrased. Must-have words (not, nor, names of organisations) that were
        replaced make it an error, others a warning.

    Bad:
        `Any views expressed are mainly those of the author or publisher …`

    Good:
        `Any views expressed are solely those of the author or publisher …`

    Source:
        The wording in the profile, token by token.
    """

    code = "DIS005"
    name = "disclaimer-words-changed"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each run of changed words."""
        yield from disclaimer_problems(
            subject, "changed", lambda new: f"The disclaimer says “{new.found}” for “{new.expected}”"
        )
