"""The dates in a report's running text, as printed and as resolved: never guessed, the past never in the future."""

from __future__ import annotations

from collections.abc import Sequence

from citebound import hookimpl
from citebound.layers import Layers
from citebound.model import DatedWords, Document, SourceRecord


@hookimpl
def citebound_extract(
    document: Document, record: SourceRecord, layers: Layers
) -> Sequence[DatedWords] | None:
    """Gives the dates of the body in the order of the text."""
    if layers.wanted != "dates":
        return None
    from citebound_hooks.dates.layer import date_items

    return date_items(document, record, layers.before)
