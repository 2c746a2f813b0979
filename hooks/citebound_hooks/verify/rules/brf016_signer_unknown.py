"""BRF016."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject


class SignerUnknown(Rule):
    """The briefing is signed, and nothing says whether by somebody trusted.

    Why:
        Anybody can make a key that bears your name.

    Bad:
        `citebound verify signed.pdf`, which can tell only that nothing was changed since it was signed.

    Good:
        `citebound verify signed.pdf --trust our-desk.pem`.

    Source:
        ETSI EN 319 102-1: a signature without a trusted certificate is neither valid nor invalid.
    """

    code = "BRF016"
    name = "signer-unknown"
    severity = "warning"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem that says how far the signature was checked."""
        finished = subject.document.finished
        signature = finished.signature if finished else None
        if signature is None:
            return
        if signature.state == "unchecked":
            why = signature.reason or "`citebound verify` does"
            yield Problem(message=f"The briefing is signed; the signature was not checked: {why}.")
        if signature.state == "unknown":
            yield Problem(
                message=f"The signature is intact; that {signature.signer} made it is not proved: name a certificate "
                "that you trust with --trust."
            )
