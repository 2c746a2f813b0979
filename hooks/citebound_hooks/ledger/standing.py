"""Where documents stand."""

from __future__ import annotations

from sqlalchemy import Row, func, select

from citebound.errors import UsageError
from citebound_hooks.ledger.database import Ledger
from citebound_hooks.ledger.tables import documents, jobs
from citebound_hooks.ledger.values import OUTCOMES, Standing, Status

SHORTEST = 6


def status_of_all(ledger: Ledger) -> Status:
    """Counts documents by where they stand, in one view."""
    with ledger.reading() as connection:
        states = select(jobs.c.state, jobs.c.outcome, func.count()).group_by(jobs.c.state, jobs.c.outcome)
        held = select(func.count()).where(jobs.c.state == "waiting", jobs.c.holds > 0)
        unwritten = connection.execute(held).scalar_one()
        counted = [(state, outcome, number) for state, outcome, number in connection.execute(states)]
        waiting = select(func.min(jobs.c.since)).where(jobs.c.state == "waiting")
        oldest = connection.execute(waiting).scalar()
        purged = select(func.count()).select_from(documents).where(documents.c.purged.is_not(None))
        erased = connection.execute(purged).scalar_one()
    done = {outcome: number for state, outcome, number in counted if state == "done"}
    return Status(
        documents=sum(number for *_, number in counted),
        waiting=sum(number for state, _, number in counted if state == "waiting"),
        held=unwritten,
        working=sum(number for state, _, number in counted if state == "leased"),
        oldest_waiting=None if oldest is None else round(max(0.0, ledger.clock() - oldest), 1),
        purged=erased,
        outcomes={outcome: done.get(outcome, 0) for outcome in OUTCOMES},
    )


def standing_of(ledger: Ledger, beginning: str) -> Standing:
    """Returns where a document stands.

    Args:
        ledger: Where to look.
        beginning: The document's id or its beginning, at least six digits.

    Raises:
        UsageError: If no document's id begins so, or several do.
    """
    if len(beginning) < SHORTEST or not set(beginning) <= set("0123456789abcdef"):
        raise UsageError(f"{beginning!r} is no document id; give at least {SHORTEST} of its digits")
    query = (
        select(documents, jobs.c.state, jobs.c.outcome, jobs.c.reason)
        .join_from(documents, jobs, documents.c.id == jobs.c.document, isouter=True)
        .where(documents.c.id.startswith(beginning))
        .limit(2)
    )
    with ledger.reading() as connection:
        found = connection.execute(query).all()
    if len(found) != 1:
        what = "several documents have" if found else "no document has"
        raise UsageError(f"{what} an id that begins with {beginning}")
    return _standing(found[0])


def _standing(row: Row[*tuple[object, ...]]) -> Standing:
    return Standing(
        id=row.id,
        name=row.name,
        state="purged" if row.purged else row.state,
        outcome=row.outcome,
        reason=row.reason,
        received=row.received,
    )


def unfinished(ledger: Ledger) -> int:
    """Returns how many documents are still to be worked on, without those whose result cannot be written now."""
    with ledger.reading() as connection:
        open_jobs = select(func.count()).where(jobs.c.state != "done", jobs.c.holds == 0)
        return connection.execute(open_jobs).scalar_one()
