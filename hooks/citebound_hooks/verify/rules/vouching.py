"""How much it weighs that something cannot be proved here."""

from __future__ import annotations

from citebound.model import FinishedBriefing, Severity


def severity_of_doubt(finished: FinishedBriefing) -> Severity:
    """Returns a warning where somebody trusted signed the whole file, else an error.

    What a briefing says of itself can be forged, the reason why it cannot be proved as well as the rest.
    """
    signature = finished.signature
    vouched_for = signature is not None and signature.covers and signature.state == "trusted"
    return "warning" if vouched_for else "error"
