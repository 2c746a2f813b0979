"""What a worker is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from citebound_hooks.ledger.place import Place
from citebound_hooks.worker.limits import Limits


@dataclass(frozen=True, kw_only=True)
class Orders:
    """What a worker is told.

    Attributes:
        place: The store.
        out: Where briefings go.
        concurrency: How many documents at once.
        once: Whether to end when nothing is left to do.
        lease_seconds: After how long another worker may take a job over.
        limits: What a document may use up.
    """

    place: Place
    out: Path
    concurrency: int
    once: bool
    lease_seconds: float
    limits: Limits
