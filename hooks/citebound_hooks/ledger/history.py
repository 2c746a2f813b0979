"""The history: lines are added and read, never changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from citebound_hooks.ledger.database import Ledger
from citebound_hooks.ledger.tables import events
from citebound_hooks.ledger.values import Event

_ADD = insert(events)


def moment(seconds: float) -> str:
    """Returns a moment as ISO 8601 in UTC, to the millisecond."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def append(connection: Connection, at: float, document: str | None, what: str, **detail: Any) -> None:
    """Adds one line, in the transaction of what it tells."""
    kept = {name: value for name, value in detail.items() if value is not None}
    connection.execute(_ADD, {"document": document, "at": moment(at), "what": what, "detail": kept})


def note(ledger: Ledger, what: str, document: str | None = None, **detail: Any) -> None:
    """Adds one line in a transaction of its own."""
    with ledger.writing() as connection:
        append(connection, ledger.clock(), document, what, **detail)


def history(ledger: Ledger, document: str | None = None, last: int | None = None) -> list[Event]:
    """Returns the history of one document or of all, oldest line first.

    Args:
        ledger: Where to read.
        document: A document's id; None takes all.
        last: How many of the newest lines; None takes all.
    """
    query = select(events).order_by(events.c.number.desc()).limit(last)
    if document is not None:
        query = query.where(events.c.document == document)
    with ledger.reading() as connection:
        return [Event(**row) for row in reversed(connection.execute(query).mappings().all())]
