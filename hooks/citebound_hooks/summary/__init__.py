"""The summary of a report: its most important sentences, word for word, so that no hedge is lost."""

from __future__ import annotations

from collections.abc import Sequence

from citebound import hookimpl
from citebound.layers import Layers
from citebound.model import Document, SourceRecord, SummarySentence


@hookimpl
def citebound_extract(
    document: Document, record: SourceRecord, layers: Layers
) -> Sequence[SummarySentence] | None:
    """Gives the summary's sentences, most important first."""
    if layers.wanted != "summary":
        return None
    from citebound_hooks.summary.layer import summary_items

    return summary_items(document, record, layers.before)
