"""BRF015."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject


class SignatureBroken(Rule):
    """The signature does not prove that this file is the one that was signed, by somebody trusted.

    Why:
        A signature that does not hold is worse than none: readers rely on it.

    Bad:
        A signed briefing that was linearised, or that somebody else signed.

    Good:
        `citebound verify briefing.pdf --trust our-desk.pem` with the file as it was signed.

    Source:
        ISO 32000-2, 12.8 (digital signatures); ETSI EN 319 142-1 (PAdES).
    """

    code = "BRF015"
    name = "signature-broken"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem with the reason."""
        finished = subject.document.finished
        signature = finished.signature if finished else None
        if signature is None:
            return
        if signature.state == "broken":
            by = f" by {signature.signer}" if signature.signer else ""
            yield Problem(message=f"The signature{by} {signature.reason}.")
        if signature.stamp is not None and signature.stamp.state == "broken":
            yield Problem(message=f"The time stamp by {signature.stamp.by} {signature.stamp.reason}.")
