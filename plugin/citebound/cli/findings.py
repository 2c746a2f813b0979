"""Whether findings make a command fail."""

from __future__ import annotations

from collections.abc import Iterable

from citebound.cli.session import Session
from citebound.model import Finding

FAILING = {"error": ("error",), "warning": ("error", "warning"), "never": ()}


def fail_if_asked(session: Session, level: str, findings: Iterable[Finding]) -> None:
    """Makes the exit code 1 if a new finding is of at least the severity."""
    if any(finding.status == "new" and finding.severity in FAILING[level] for finding in findings):
        session.worsen(1)
