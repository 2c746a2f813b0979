"""The actors of a report: who acts, speaks or is acted upon in it, under which names."""

from __future__ import annotations

from collections.abc import Sequence

from citebound import hookimpl
from citebound.layers import Layers
from citebound.model import Actor, Document, SourceRecord


@hookimpl
def citebound_extract(document: Document, record: SourceRecord, layers: Layers) -> Sequence[Actor] | None:
    """Gives the actors in the order of the text."""
    if layers.wanted != "actors":
        return None
    from citebound_hooks.actors.pipeline import find_actors

    return find_actors(document, record, layers.before)
