"""CFG002."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject


class SuppressionExpired(Rule):
    """A suppression is past its last day.

    Why:
        It was meant to end; the finding that it covered counts again.

    Bad:
        `citebound: ignore CIT004 until 2020-01-31: until the author answers`, read after that day

    Good:
        The same with a day to come, or the page corrected.

    Source:
        The suppression itself.
    """

    code = "CFG002"
    name = "suppression-expired"
    severity = "warning"
    needs = "suppressions"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem for each suppression that has ended."""
        for each in subject.suppressions:
            if each.expired:
                message = f"The suppression of {', '.join(each.codes)} ended on {each.until}."
                yield Problem(message=message, line=each.place)
