"""Gives jobs to workers for a while.

A lease that is not renewed in time is anybody's. A time that lies further ahead than any lease or pause can reach was
written before the clock was set back: it counts as passed.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, or_, select, update

from citebound_hooks.ledger.database import Ledger
from citebound_hooks.ledger.history import append
from citebound_hooks.ledger.tables import documents, jobs
from citebound_hooks.ledger.values import Job

LONGEST_PAUSE = 300.0


def claim(ledger: Ledger, owner: str, seconds: float) -> Job | None:
    """Leases the job that has waited longest; None if there is none.

    Args:
        ledger: Where the jobs are.
        owner: Who leases.
        seconds: How long, unless renewed.
    """
    now = ledger.clock()
    free = _free(now, seconds)
    with ledger.writing() as connection:
        found = connection.execute(
            select(jobs, documents.c.name)
            .join(documents, documents.c.id == jobs.c.document)
            .where(free)
            .order_by(jobs.c.since, jobs.c.document)
            .limit(1)
        ).one_or_none()
        if found is None:
            return None
        mine = {"state": "leased", "lease_owner": owner, "lease_until": now + seconds}
        taken = update(jobs).where(jobs.c.document == found.document, free).values(mine)
        if connection.execute(taken).rowcount == 0:  # on other databases somebody may be faster
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
    )


def renew(ledger: Ledger, job: Job, seconds: float) -> bool:
    """Makes a lease longer; False if it is somebody else's by now."""
    until = ledger.clock() + seconds
    with ledger.writing() as connection:
        return connection.execute(update(jobs).where(held(job)).values(lease_until=until)).rowcount == 1


def held(job: Job) -> ColumnElement[bool]:
    """The condition that the lease is still the job's."""
    return and_(jobs.c.document == job.document, jobs.c.state == "leased", jobs.c.lease_owner == job.owner)


def _free(now: float, seconds: float) -> ColumnElement[bool]:
    pause, lease = jobs.c.not_before, jobs.c.lease_until
    rested = or_(pause <= now, pause > now + LONGEST_PAUSE)
    abandoned = or_(lease <= now, lease > now + max(seconds, LONGEST_PAUSE))
    return or_(and_(jobs.c.state == "waiting", rested), and_(jobs.c.state == "leased", abandoned))
