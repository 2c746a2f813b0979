"""Lets documents be worked on once more, and erases them."""

from __future__ import annotations

from sqlalchemy import delete, select, update

from citebound.errors import UsageError
from citebound_hooks.ledger.database import Ledger
from citebound_hooks.ledger.history import append, moment
from citebound_hooks.ledger.tables import documents, events, jobs
from citebound_hooks.ledger.values import Standing


def replay(ledger: Ledger, document: str | None = None) -> list[str]:
    """Lets one document, or all quarantined ones, be worked on once more.

    Returns:
        The ids of the documents that wait again.
    """
    wanted = jobs.c.outcome == "quarantined" if document is None else jobs.c.document == document
    now = ledger.clock()
    fresh = {"state": "waiting", "attempts": 0, "holds": 0, "not_before": 0.0, "since": now}
    with ledger.writing() as connection:
        done = select(jobs.c.document).where(jobs.c.state == "done", wanted).order_by(jobs.c.document)
        found = list(connection.execute(done).scalars())
        for each in found:
            connection.execute(update(jobs).where(jobs.c.document == each).values(fresh))
            append(connection, now, each, "replayed")
    return found


def bury(ledger: Ledger, standing: Standing) -> list[str]:
    """Strikes a document from the ledger but for a tombstone: that it was there, and what became of it.

    Returns:
        Where its briefings were written; they are the caller's to erase.

    Raises:
        UsageError: If it is being worked on.
    """
    now = ledger.clock()
    with ledger.writing() as connection:
        mine = jobs.c.document == standing.id
        if connection.execute(delete(jobs).where(mine, jobs.c.state != "leased")).rowcount == 0:
            if standing.state == "purged":
                raise UsageError(f"{standing.id} is purged already")
            raise UsageError(f"{standing.id} is being worked on; try again in a moment")
        tombstone = update(documents).where(documents.c.id == standing.id)
        connection.execute(tombstone.values(name=None, purged=moment(now)))
        delivered = select(events.c.detail).where(
            events.c.document == standing.id, events.c.what == "delivered"
        )
        written = [detail["where"] for detail in connection.execute(delivered).scalars()]
        append(connection, now, standing.id, "purged", outcome=standing.outcome)
    return list(dict.fromkeys(written))
