"""Gives jobs to workers for a while.

A lease that is not renewed in time is anybody's. A time that lies further ahead than any lease or pause can reach was
written before the clock was set back: it counts as passed.
"""

from __future__ import annotations

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, or_, select, update

from citebound_hooks.ledger.database import Ledger
from citebound_hooks.ledger.history import append
from citebound_hooks.ledger.tables import documents, jobs
from citebound_hooks.ledger.values import Job

LONGEST_PAUSE = 300.0


def _free() -> ColumnElement[bool]:
    pause, lease = jobs.c.not_before, jobs.c.lease_until
    now: BindParameter[float] = bindparam("now")
    rested = or_(pause <= now, pause > bindparam("longest_pause"))
    abandoned = or_(lease <= now, lease > bindparam("longest_lease"))
    return or_(and_(jobs.c.state == "waiting", rested), and_(jobs.c.state == "leased", abandoned))


HELD = and_(
    jobs.c.document == bindparam("mine"),
    jobs.c.state == "leased",
    jobs.c.lease_owner == bindparam("held_by"),
)
"""The condition that a lease is still that of the job's owner; asked with `holder`."""
_OLDEST = (
    select(jobs, documents.c.name)
    .join(documents, documents.c.id == jobs.c.document)
    .where(_free())
    .order_by(jobs.c.since, jobs.c.document)
    .limit(1)
)
_TAKE = (
    update(jobs)
    .where(jobs.c.document == bindparam("mine"), _free())
    .values(state="leased", lease_owner=bindparam("owner"), lease_until=bindparam("until"))
)
_RENEW = update(jobs).where(HELD).values(lease_until=bindparam("until"))


def claim(ledger: Ledger, owner: str, seconds: float) -> Job | None:
    """Leases the job that has waited longest; None if there is none.

    Args:
        ledger: Where the jobs are.
        owner: Who leases.
        seconds: How long, unless renewed.
    """
    now = ledger.clock()
    longest = {"longest_pause": now + LONGEST_PAUSE, "longest_lease": now + max(seconds, LONGEST_PAUSE)}
    times = {"now": now} | longest
    with ledger.writing() as connection:
        found = connection.execute(_OLDEST, times).one_or_none()
        if found is None:
            return None
        mine = {"mine": found.document, "owner": owner, "until": now + seconds}
        if connection.execute(_TAKE, times | mine).rowcount == 0:  # on other databases somebody may be faster
            return None
        lost = found.lease_owner if found.state == "leased" else None
        append(connection, now, found.document, "claimed", by=owner, abandoned_by=lost)
    return Job(
        document=found.document,
        key=found.key,
        name=found.name or "",
        decisions=found.decisions,
        owner=owner,
        attempts=found.attempts,
        holds=found.holds,
        until=now + seconds,
        abandoned=lost is not None,
    )


def renew(ledger: Ledger, job: Job, seconds: float) -> float | None:
    """Makes a lease longer; returns when it ends, or None if it is somebody else's by now."""
    until = ledger.clock() + seconds
    with ledger.writing() as connection:
        renewed = connection.execute(_RENEW, holder(job) | {"until": until}).rowcount
    return until if renewed else None


def holder(job: Job) -> dict[str, str]:
    """Returns what `HELD` is asked with."""
    return {"mine": job.document, "held_by": job.owner}
