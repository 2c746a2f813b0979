"""The claims of a report: who said what, in which words, and through whom it reached the page."""

from __future__ import annotations

from collections.abc import Sequence

from citebound import hookimpl
from citebound.layers import Layers
from citebound.model import Claim, Document, SourceRecord


@hookimpl
def citebound_extract(document: Document, record: SourceRecord, layers: Layers) -> Sequence[Claim] | None:
    """Gives the claims in the order of the text."""
    if layers.wanted != "claims":
        return None
    from citebound_hooks.claims.layer import claim_items

    return claim_items(document, record, layers.before, contests="actors" in layers.asked)
