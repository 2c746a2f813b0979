"""DIS002."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.disclaimers import disclaimer_problems


class DisclaimerTruncated(Rule):
    """The disclaimer breaks off before its end.

    Why:
        What is cut off is usually the part about views and endorsement. A similarity score does not notice: a
        truncated text is wholly contained in the full one.

    Bad:
        `Disclaimer This is not a UNHCR publication.` and nothing more.

    Good:
        The disclaimer word for word, up to its last sentence.

    Source:
        The wording in the profile, token by token.
    """

    code = "DIS002"
    name = "disclaimer-truncated"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the last words that are left."""
        yield from disclaimer_problems(
            subject, "truncated", lambda gone: f"The disclaimer breaks off; missing is “{gone.expected}”"
        )
