"""Enters an upload into the ledger."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from citebound_hooks.ledger.database import Ledger, LedgerError
from citebound_hooks.ledger.history import append, moment
from citebound_hooks.ledger.tables import documents, jobs
from citebound_hooks.ledger.values import Receipt

_KEY = select(jobs.c.key).where(jobs.c.document == bindparam("mine"))
_NAME = (
    update(documents).where(documents.c.id == bindparam("mine")).values(name=bindparam("called"), purged=None)
)
_NEW_DOCUMENT, _NEW_JOB = insert(documents), insert(jobs)


def receive(ledger: Ledger, receipt: Receipt) -> bool:
    """Enters an upload; its bytes must be durable before.

    Returns:
        Whether there is new work: not if the same upload has its answer already or is waiting for it.

    Raises:
        LedgerError: If the database does not answer.
    """
    try:
        return _enter(ledger, receipt)
    except LedgerError as error:
        if not isinstance(error.__cause__, IntegrityError):
            raise
        return _enter(ledger, receipt)  # somebody entered the same document in the same moment


def _enter(ledger: Ledger, receipt: Receipt) -> bool:
    now, document = ledger.clock(), receipt.document
    with ledger.writing() as connection:
        key = connection.execute(_KEY, {"mine": document}).scalar()
        if key == receipt.key:
            return False
        _enter_document(connection, receipt, now)
        _enter_job(connection, receipt, now, known=key is not None)
        append(connection, now, document, "received", key=receipt.key, bytes=receipt.bytes)
        if receipt.decisions:
            append(connection, now, document, "decision", sidecar=receipt.decisions, **dict(receipt.decided))
    return True


def _enter_document(connection: Connection, receipt: Receipt, now: float) -> None:
    if connection.execute(_NAME, {"mine": receipt.document, "called": receipt.name}).rowcount == 0:
        values = {
            "id": receipt.document,
            "name": receipt.name,
            "bytes": receipt.bytes,
            "received": moment(now),
        }
        connection.execute(_NEW_DOCUMENT, values)


def _enter_job(connection: Connection, receipt: Receipt, now: float, *, known: bool) -> None:
    """A known job starts anew; one that is being worked on is finished first and then found changed."""
    values = {"key": receipt.key, "decisions": receipt.decisions, "since": now}
    values |= {"attempts": 0, "holds": 0, "not_before": 0.0}
    if known:
        mine = jobs.c.document == receipt.document
        connection.execute(update(jobs).where(mine).values(values))
        connection.execute(update(jobs).where(mine, jobs.c.state == "done").values(state="waiting"))
    else:
        connection.execute(_NEW_JOB, {"document": receipt.document, "state": "waiting", **values})
