"""CFG006."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject


class SuppressionMalformed(Rule):
    """A suppression cannot be read, so it suppresses nothing.

    Why:
        Who wrote it takes the finding for settled, and the build fails, or would have to.

    Bad:
        `citebound: ignore CIT004 until next year: the author asked for it`

    Good:
        `citebound: ignore CIT004 until 2027-01-31: the author asked for it`

    Source:
        Common practice of compliance tools: a waiver that means nothing is reported.
    """

    code = "CFG006"
    name = "suppression-malformed"
    severity = "warning"
    needs = "suppressions"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem for each suppression that cannot be read."""
        for each in subject.suppressions:
            if each.fault is not None:
                message = (
                    f"The suppression cannot be read: {each.fault}; write `citebound: ignore CIT004: why`."
                )
                yield Problem(message=message, line=each.place)
