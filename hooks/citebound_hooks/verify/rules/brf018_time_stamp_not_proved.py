"""BRF018."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject


class TimeStampNotProved(Rule):
    """The signature bears a time stamp, and nothing says whether it is by somebody trusted.

    Why:
        Anybody can make a time stamping authority that says any time.

    Bad:
        `citebound verify signed.pdf`, which can tell only what the time stamp says.

    Good:
        `citebound verify signed.pdf --trust our-desk.pem --trust time-authority.pem`.

    Source:
        RFC 3161 (time-stamp protocol); ETSI EN 319 142-1 (PAdES, level B-T).
    """

    code = "BRF018"
    name = "time-stamp-not-proved"
    severity = "warning"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem that says what the time stamp says, and why that proves nothing."""
        finished = subject.document.finished
        stamp = finished.signature.stamp if finished and finished.signature else None
        if stamp is not None and stamp.state == "unknown":
            why = f"it {stamp.reason}" if stamp.reason else "name its certificate with --trust"
            yield Problem(message=f"A time stamp by {stamp.by} says {stamp.time}; that is not proved: {why}.")
