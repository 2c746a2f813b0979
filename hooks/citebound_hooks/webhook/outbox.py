"""Which outcomes an address is still to be told; the history itself is the outbox, so that none is forgotten."""

from __future__ import annotations

from sqlalchemy import and_, insert, or_, select, update

from citebound_hooks.ledger.closing import pause_after
from citebound_hooks.ledger.database import Ledger
from citebound_hooks.ledger.history import append
from citebound_hooks.ledger.leasing import LONGEST_PAUSE
from citebound_hooks.ledger.tables import events, notices
from citebound_hooks.ledger.values import Event

GIVE_UP_AFTER = 300
"""Attempts: with pauses of up to five minutes, about a day."""


def start(ledger: Ledger, address: str) -> None:
    """Lets an address that was never told anything be told from now on, not of all that ever happened."""
    with ledger.writing() as connection:
        known = select(notices.c.event).where(notices.c.address == address).limit(1)
        if connection.execute(known).first() is None:
            last = connection.execute(
                select(events.c.number).order_by(events.c.number.desc()).limit(1)
            ).scalar()
            begun = {"event": last or 0, "address": address, "attempts": 0, "not_before": 0.0}
            connection.execute(insert(notices).values(**begun, state="begun"))


def due(ledger: Ledger, address: str) -> list[Event]:
    """Returns the outcomes that the address is to be told now, oldest first."""
    now = ledger.clock()
    begun = select(notices.c.event).where(notices.c.address == address, notices.c.state == "begun")
    told = and_(notices.c.event == events.c.number, notices.c.address == address)
    pause = notices.c.not_before
    rested = or_(pause <= now, pause > now + LONGEST_PAUSE)
    query = (
        select(events)
        .join(notices, told, isouter=True)
        .where(events.c.what == "outcome", events.c.number > begun.scalar_subquery())
        .where(or_(notices.c.state.is_(None), and_(notices.c.state == "pending", rested)))
        .order_by(events.c.number)
        .limit(100)
    )
    with ledger.reading() as connection:
        return [Event(**row) for row in connection.execute(query).mappings()]


def settle(ledger: Ledger, address: str, event: Event, failure: str | None) -> None:
    """Enters whether an outcome was delivered; one that was not waits for the next attempt."""
    now = ledger.clock()
    mine = and_(notices.c.event == event.number, notices.c.address == address)
    with ledger.writing() as connection:
        attempts = (connection.execute(select(notices.c.attempts).where(mine)).scalar() or 0) + 1
        given_up = attempts >= GIVE_UP_AFTER
        state = "delivered" if failure is None else "given-up" if given_up else "pending"
        values = {"attempts": attempts, "not_before": now + pause_after(attempts), "state": state}
        if connection.execute(update(notices).where(mine).values(values)).rowcount == 0:
            connection.execute(insert(notices).values(event=event.number, address=address, **values))
        if state != "pending":
            what = "notified" if failure is None else "notice-given-up"
            append(
                connection, now, event.document, what, address=address, outcome=event.number, reason=failure
            )
