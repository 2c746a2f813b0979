"""What is read from the ledger and written to it."""

from __future__ import annotations

from typing import Any, Literal

from citebound.model import Value

Outcome = Literal[
    "published", "published-with-warnings", "no-text", "encrypted", "unsupported", "quarantined"
]
OUTCOMES: tuple[Outcome, ...] = (
    "published",
    "published-with-warnings",
    "no-text",
    "encrypted",
    "unsupported",
    "quarantined",
)
"""How a document can end; each ends in exactly one."""


class Receipt(Value, frozen=True, kw_only=True):
    """One upload, as it was received.

    Attributes:
        document: The document's id: the SHA-256 of its bytes, in hexadecimal.
        key: What its result hangs on: the bytes, the setup, the kind that its name says, the decisions.
        name: What the client called it; never a path.
        bytes: Its size.
        decisions: The SHA-256 of the desk's sidecar file, if there was one.
        decided: How often the desk did what in it: `reject`, `merge`, `supply` and so on.
    """

    document: str
    key: str
    name: str
    bytes: int
    decisions: str | None = None
    decided: tuple[tuple[str, int], ...] = ()


class Job(Value, frozen=True, kw_only=True):
    """A document that a worker has leased.

    Attributes:
        document: The document's id.
        key: What the result hangs on.
        name: What the client called it.
        decisions: The SHA-256 of the desk's sidecar file, if there is one.
        owner: The worker that holds the lease.
        attempts: How often the work failed so far.
        holds: How often the result could not be written so far.
        until: When the lease ends unless it is renewed, in seconds since 1970.
        abandoned: Whether another worker began it and was not heard of again.
    """

    document: str
    key: str
    name: str
    decisions: str | None
    owner: str
    attempts: int
    holds: int
    until: float
    abandoned: bool = False

    @property
    def begun_before(self) -> bool:
        """Whether somebody may have left something behind."""
        return self.abandoned or self.attempts > 0 or self.holds > 0


class Event(Value, frozen=True, kw_only=True):
    """One line of the history; never changed."""

    number: int
    document: str | None
    at: str
    what: str
    detail: dict[str, Any]


class Closing(Value, frozen=True, kw_only=True):
    """How the work on a document ended.

    Attributes:
        outcome: One of the outcomes.
        reason: Why, where it was not published as it should.
        detail: For the history: findings, setup, versions.
        written: What was written where: `where` and `sha256` of each.
    """

    outcome: Outcome
    reason: str | None = None
    detail: dict[str, Any] = {}
    written: tuple[dict[str, str], ...] = ()


class Standing(Value, frozen=True, kw_only=True):
    """Where one document stands."""

    id: str
    name: str | None
    state: str
    outcome: str | None
    reason: str | None
    received: str


class Status(Value, frozen=True, kw_only=True):
    """Where the whole workflow stands.

    Attributes:
        schema: The name of this shape.
        documents: How many there are, without those that were purged.
        waiting: How many wait for a worker.
        held: How many of these wait because their result cannot be written.
        working: How many a worker has leased.
        oldest_waiting: How long the one waits that has waited longest, in seconds.
        purged: Of how many only a tombstone is left.
        outcomes: How many ended in which outcome.
    """

    schema: str = "citebound/status/1"
    documents: int
    waiting: int
    held: int
    working: int
    oldest_waiting: float | None
    purged: int
    outcomes: dict[str, int]
