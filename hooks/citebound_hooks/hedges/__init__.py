"""The hedges of a report: every word that lowers certainty, its sentence and its claim."""

from __future__ import annotations

from collections.abc import Sequence

from citebound import hookimpl
from citebound.layers import Layers
from citebound.model import Document, Hedge, SourceRecord


@hookimpl
def citebound_extract(document: Document, record: SourceRecord, layers: Layers) -> Sequence[Hedge] | None:
    """Gives the hedges in the order of the text."""
    if layers.wanted != "hedges":
        return None
    from citebound_hooks.hedges.layer import hedge_items

    return hedge_items(document, record, layers.before)
