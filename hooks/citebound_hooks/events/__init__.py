"""The events of a report: what happened, when, where, to whom, and which claims speak of it."""

from __future__ import annotations

from collections.abc import Sequence

from citebound import hookimpl
from citebound.layers import Layers
from citebound.model import Document, Event, SourceRecord


@hookimpl
def citebound_extract(document: Document, record: SourceRecord, layers: Layers) -> Sequence[Event] | None:
    """Gives the events in the order of their first mention."""
    if layers.wanted != "events":
        return None
    from citebound_hooks.events.layer import event_items

    return event_items(document, record, layers.before)
