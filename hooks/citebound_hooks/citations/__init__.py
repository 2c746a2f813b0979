"""The inline source citations of a report: outlet, date, and the origin that the text declares."""

from __future__ import annotations

from collections.abc import Sequence

from citebound import hookimpl
from citebound.layers import Layers
from citebound.model import Citation, Document, SourceRecord


@hookimpl
def citebound_extract(document: Document, record: SourceRecord, layers: Layers) -> Sequence[Citation] | None:
    """Gives the inline citations, one for each outlet and date."""
    if layers.wanted != "citations":
        return None
    from citebound_hooks.citations.layer import citation_items

    return citation_items(document, record)
