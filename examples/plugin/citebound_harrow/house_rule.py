"""The institute files its reports by series."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from citebound.model import Severity
from citebound.rules import Problem, Rule, Subject


class SeriesMissing(Rule):
    """Forbids a report without its series.

    Why:
        The shelves are ordered by series; a report without one cannot be found again.

    Bad:
        Citation / Document Symbol 9/5

    Good:
        Citation / Document Symbol Border Monitor Volume: 9 Issue: 5

    Source:
        The institute's cataloguing manual, section 3.
    """

    code = "HBS001"
    name = "series-missing"
    severity: ClassVar[Severity] = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem if the record names no series."""
        if subject.record.fields.series is None:
            yield Problem(message="The record names no series.", field="series")
