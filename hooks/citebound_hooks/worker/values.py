"""What comes back from the work on a document."""

from __future__ import annotations

from citebound.model import Briefing, Value
from citebound_hooks.ledger.values import Outcome


class Made(Value, frozen=True, kw_only=True):
    """A rendered briefing.

    Attributes:
        notes: What could not be shown as it is, one line each.
    """

    briefing: Briefing
    content: bytes
    notes: tuple[str, ...] = ()


class Worked(Value, frozen=True, kw_only=True):
    """What became of a document.

    Attributes:
        outcome: How it ends; None if this attempt failed and another may succeed.
        reason: Why it was not published, or what failed.
        made: The briefings to publish.
        notes: What could not be done wholly, one line each: pages without text, characters without a font.
        held: True if not the document but its surroundings are the reason; costs no attempt.
        cpu_seconds: The processor time that it took.
        memory_mib: The most that its process had in memory at once; much of that is shared with the worker.
    """

    outcome: Outcome | None
    reason: str | None = None
    made: tuple[Made, ...] = ()
    notes: tuple[str, ...] = ()
    held: bool = False
    cpu_seconds: float = 0.0
    memory_mib: int = 0
