"""Lets documents be worked on once more, and erases them."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, delete, select, update

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


class Remains(NamedTuple):
    """What a struck document leaves outside of the ledger.

    Attributes:
        written: Where its briefings were written.
        sidecars: The digests of its sidecar files that no other document has.
    """

    written: list[str]
    sidecars: list[str]


def bury(ledger: Ledger, standing: Standing) -> Remains:
    """Strikes a document from the ledger but for a tombstone: that it was there, and what became of it.

    What it leaves is the caller's to erase; for a document that was struck before, it is found again.

    Raises:
        UsageError: If it is being worked on.
    """
    now = ledger.clock()
    with ledger.writing() as connection:
        if standing.state != "purged":
            mine = jobs.c.document == standing.id
            if connection.execute(delete(jobs).where(mine, jobs.c.state != "leased")).rowcount == 0:
                raise UsageError(f"{standing.id} is being worked on; try again in a moment")
            tombstone = update(documents).where(documents.c.id == standing.id)
            connection.execute(tombstone.values(name=None, purged=moment(now)))
            append(connection, now, standing.id, "purged", outcome=standing.outcome)
        used = set(connection.execute(select(jobs.c.decisions)).scalars())
        sidecars = _told(connection, standing.id, "decision", "sidecar")
        written = _told(connection, standing.id, "delivered", "where")
    return Remains(written, [digest for digest in sidecars if digest not in used])


def _told(connection: Connection, document: str, what: str, name: str) -> list[str]:
    """Returns what the history of a document says under a name, each once."""
    lines = select(events.c.detail).where(events.c.document == document, events.c.what == what)
    return list(dict.fromkeys(detail[name] for detail in connection.execute(lines).scalars()))
