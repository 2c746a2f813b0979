"""CFG003."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject


class SuppressionUnused(Rule):
    """A suppression covers nothing.

    Why:
        The defect is gone, or the suppression stands at the wrong line; either way it would hide the next one.

    Bad:
        `citebound: ignore DIS001: no disclaimer is owed`, on a page whose disclaimer is there

    Good:
        No suppression.

    Source:
        Common practice of compliance tools: unused waivers are reported.
    """

    code = "CFG003"
    name = "suppression-unused"
    severity = "info"
    needs = "suppressions"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem for each suppression that covers no finding."""
        for each in subject.suppressions:
            if not each.used and not each.expired and each.fault is None:
                yield Problem(
                    message=f"The suppression of {', '.join(each.codes)} covers nothing.", line=each.place
                )
