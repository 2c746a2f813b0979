"""Decides how the work on a job ends, and enters that into the ledger."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from msgspec.structs import replace

from citebound_hooks.ledger import closing
from citebound_hooks.ledger.database import Ledger
from citebound_hooks.ledger.values import Closing, Job
from citebound_hooks.worker.values import Worked


class Ended(NamedTuple):
    """The work on a job that has ended.

    Attributes:
        job: Which.
        worked: What came of it.
        written: What was written where; None until it was published.
    """

    job: Job
    worked: Worked
    written: tuple[dict[str, str], ...] | None = None


def last_attempt(job: Job, worked: Worked) -> Worked:
    """Returns what came of an attempt; the last one that may fail ends in quarantine."""
    if worked.held or worked.outcome is not None or job.attempts + 1 < closing.ATTEMPTS:
        return worked
    reason = f"{worked.reason} ({closing.ATTEMPTS} attempts)"
    return replace(worked, outcome="quarantined", reason=reason, made=())


def enter(ledger: Ledger, ended: Ended, known: dict[str, Any]) -> str | None:
    """Enters how the work on a job ended.

    Args:
        ledger: Where it is entered.
        ended: How it ended.
        known: What the history keeps besides: setup and versions.

    Returns:
        What to call it; None if the lease is somebody else's by now.
    """
    job, worked, written = ended
    reason = worked.reason or ""
    if worked.held:
        return "held:" if closing.put_back_held(ledger, job, reason) else None
    if worked.outcome is None:
        return "failed:" if closing.put_back_failed(ledger, job, reason) else None
    detail = _found(worked) | known
    detail |= {"cpu_seconds": worked.cpu_seconds, "memory_mib": worked.memory_mib}
    final = Closing(outcome=worked.outcome, reason=worked.reason, detail=detail, written=written or ())
    return worked.outcome if closing.finish(ledger, job, final) else None


def _found(worked: Worked) -> dict[str, Any]:
    """What the history keeps of the briefings: notes, how often each rule found something, which plugins failed."""
    findings = [finding.code for made in worked.made for finding in made.briefing.findings]
    failed = [f"{each.plugin}.{each.hook}" for made in worked.made for each in made.briefing.incomplete]
    detail: dict[str, Any] = {"findings": dict(sorted(Counter(findings).items()))} if findings else {}
    if worked.notes:
        detail["notes"] = list(worked.notes)
    return detail | ({"incomplete": failed} if failed else {})
