"""What a receiver is told of an outcome."""

from __future__ import annotations

import msgspec

from citebound_hooks.ledger.values import Event


def message(event: Event) -> bytes:
    """Returns the body: the same bytes at each attempt, so that a receiver can tell a repetition by its `id`."""
    told = {
        "schema": "citebound/notice/1",
        "id": event.number,
        "at": event.at,
        "document": event.document,
        "outcome": event.detail.get("outcome"),
        "reason": event.detail.get("reason"),
        "findings": event.detail.get("findings", {}),
        "notes": event.detail.get("notes", []),
    }
    return msgspec.json.encode(told)
