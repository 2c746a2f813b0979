"""Ends a lease: with an outcome, or with the job put back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Update, bindparam, case, update

from citebound_hooks.ledger.database import Ledger
from citebound_hooks.ledger.history import append
from citebound_hooks.ledger.leasing import HELD, LONGEST_PAUSE, holder
from citebound_hooks.ledger.tables import jobs
from citebound_hooks.ledger.values import Closing, Job

ATTEMPTS = 3
"""How often work on a document may fail before it is quarantined."""

_END = update(jobs).where(HELD).values(lease_owner=None, lease_until=None)
_ANEW = case((jobs.c.key == bindparam("worked_on"), "done"), else_="waiting")
_FINISH = _END.values(state=_ANEW, outcome=bindparam("how"), reason=bindparam("why"))
_FAIL = _END.values(state="waiting", attempts=bindparam("number"), not_before=bindparam("pause"))
_HOLD = _END.values(state="waiting", holds=bindparam("number"), not_before=bindparam("pause"))
_GIVE_BACK = _END.values(state="waiting")


def finish(ledger: Ledger, job: Job, closing: Closing) -> bool:
    """Enters the outcome; a job that was asked for anew meanwhile waits again.

    Returns:
        Whether it was entered: not if the lease is somebody else's by now.
    """
    values = {"outcome": closing.outcome, "reason": closing.reason}
    ending = {"worked_on": job.key, "how": closing.outcome, "why": closing.reason}
    with ledger.writing() as connection:
        if not _end(connection, job, _FINISH, ending):
            return False
        now = ledger.clock()
        for each in closing.written:
            append(connection, now, job.document, "delivered", **each)
        append(connection, now, job.document, "outcome", key=job.key, **values, **closing.detail)
    return True


def put_back_failed(ledger: Ledger, job: Job, reason: str) -> bool:
    """Counts a failure, and lets the job wait a while before the next attempt."""
    attempts = job.attempts + 1
    with ledger.writing() as connection:
        now = ledger.clock()
        pause = now + pause_after(attempts)
        if not _end(connection, job, _FAIL, {"number": attempts, "pause": pause}):
            return False
        append(connection, now, job.document, "failed", reason=reason, attempt=attempts)
    return True


def put_back_held(ledger: Ledger, job: Job, reason: str) -> bool:
    """Lets a job wait whose result cannot be written now; that is not the document's fault and costs no attempt."""
    with ledger.writing() as connection:
        now = ledger.clock()
        pause = now + pause_after(job.holds + 1)
        if not _end(connection, job, _HOLD, {"number": job.holds + 1, "pause": pause}):
            return False
        append(connection, now, job.document, "held", reason=reason)
    return True


def put_back(ledger: Ledger, job: Job) -> bool:
    """Gives a job back untouched, when the worker is told to stop."""
    with ledger.writing() as connection:
        if not _end(connection, job, _GIVE_BACK):
            return False
        append(connection, ledger.clock(), job.document, "given-back", by=job.owner)
    return True


def pause_after(times: int) -> float:
    """Returns the seconds to wait after so many failures: 1, 2, 4 and so on, at most five minutes."""
    return float(min(2 ** min(times - 1, 20), LONGEST_PAUSE))


def _end(connection: Connection, job: Job, how: Update, values: Mapping[str, Any] | None = None) -> bool:
    return connection.execute(how, holder(job) | dict(values or {})).rowcount == 1
