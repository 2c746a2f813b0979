"""What is handed over when a briefing is done."""

from __future__ import annotations

from pathlib import Path

from citebound.model import Briefing, Value


class Delivery(Value, frozen=True, kw_only=True):
    """A finished briefing on its way out.

    Attributes:
        briefing: What it says.
        content: The rendered bytes.
        target: The file that the user asked for; None if only other systems get it.
    """

    briefing: Briefing
    content: bytes
    target: Path | None = None


class Delivered(Value, frozen=True, kw_only=True):
    """What was written where: a path or an address."""

    where: str
