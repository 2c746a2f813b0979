"""CFG001."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject


class SuppressionWithoutReason(Rule):
    """A finding is suppressed and nobody says why.

    Why:
        Whoever comes next must be able to judge whether the reason still holds.

    Bad:
        `citebound: ignore CIT004`

    Good:
        `citebound: ignore CIT004: the publisher lists no authors in citations`

    Source:
        Common practice of compliance tools: a waiver is accountable only with its reason.
    """

    code = "CFG001"
    name = "suppression-without-reason"
    severity = "warning"
    needs = "suppressions"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem for each suppression without a reason."""
        for each in subject.suppressions:
            if not each.reason and each.fault is None:
                yield Problem(
                    message=f"{', '.join(each.codes)} is suppressed without a reason.", line=each.place
                )
