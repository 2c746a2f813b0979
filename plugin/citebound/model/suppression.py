"""Suppressions: findings that the desk has decided to live with, and why."""

from __future__ import annotations

from citebound.model.value import Value


class Suppression(Value, frozen=True, kw_only=True):
    """One suppression, in the file itself or in its sidecar.

    Attributes:
        codes: Codes or groups of rules.
        reason: Why; None if none is given, which is a finding of its own.
        until: ISO date of the last day on which it holds; None for ever.
        line: The line of the decoded file that it speaks of; None for the whole file.
        place: The line on which it stands; None for a sidecar file.
        expired: Whether `until` is past.
        used: Whether it suppressed a finding.
        fault: What keeps it from being read; None for one that can be. One that cannot be read covers nothing.
    """

    codes: tuple[str, ...]
    reason: str | None = None
    until: str | None = None
    line: int | None = None
    place: int | None = None
    expired: bool = False
    used: bool = False
    fault: str | None = None

    def covers(self, code: str, line: int | None) -> bool:
        """Tells whether it speaks of a finding of this code on this line."""
        if self.fault is not None or self.expired:
            return False
        return code.startswith(self.codes) and self.line in (None, line)
