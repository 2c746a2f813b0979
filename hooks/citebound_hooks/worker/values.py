"""What comes back from the work on a document."""

from __future__ import annotations

from citebound.model import Briefing, Value
from citebound_hooks.ledger.values import Outcome


class Made(Value, frozen=True, kw_only=True):
    """A rendered briefing."""

    briefing: Briefing
    content: bytes


class Worked(Value, frozen=True, kw_only=True):
    """What became of a document.

    Attributes:
        outcome: How it ends; None if this attempt failed and another may succeed.
        reason: Why it was not published, or what failed.
        made: The briefings to publish.
        held: True if not the document but its surroundings are the reason; costs no attempt.
        cpu_seconds: The processor time that it took.
        memory_mib: The most that its process had in memory at once; much of that is shared with the worker.
    """

    outcome: Outcome | None
    reason: str | None = None
    made: tuple[Made, ...] = ()
    held: bool = False
    cpu_seconds: float = 0.0
    memory_mib: int = 0
