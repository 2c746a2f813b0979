"""Makes the source record of a report, from labels, mark-up, cite-as line and what the page shows."""

from __future__ import annotations

from citebound import hookimpl
from citebound.model import Document, Profile, SourceRecord


@hookimpl
def citebound_describe(document: Document, profile: Profile) -> SourceRecord:
    """Makes the record of a document; a field that the page does not say stays None."""
    from citebound_hooks.describe.pipeline import describe

    return describe(document, profile)
