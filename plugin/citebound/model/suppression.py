"""Suppressions: findings that the desk has decided to live with, and why."""

from __future__ import annotations

from citebound.model.value import Value


class Suppression(Value, frozen=True, kw_only=True):
    """One suppression, in the file itself or in its sidecar.

    Attributes:
        codes: Codes or groups of rules; none for a suppression that cannot be read, which covers nothing.
        reason: Why; None if none is given, which is a finding of its own. Where there are no codes, why it cannot be
            read.
        until: ISO date of the last day on which it holds; None for ever.
        line: The line of the decoded file that it speaks of; None for the whole file.
        place: The line on which it stands; None for a sidecar file.
        expired: Whether `until` is past.
        used: Whether it suppressed a finding.
    """

    codes: tuple[str, ...]
    reason: str | None = None
    until: str | None = None
    line: int | None = None
    place: int | None = None
    expired: bool = False
    used: bool = False

    def covers(self, code: str, line: int | None) -> bool:
        """Tells whether it speaks of a finding of this code on this line."""
        return not self.expired and code.startswith(self.codes) and self.line in (None, line)
