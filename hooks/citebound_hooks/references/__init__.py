"""Reference lists: BibTeX, RIS and CSL-JSON, one document and one record for each entry."""

from __future__ import annotations

from collections.abc import Sequence

from citebound import hookimpl
from citebound.model import Document, Profile, SourceRecord, Upload


@hookimpl
def citebound_read(upload: Upload) -> Sequence[Document] | None:
    """Reads a reference list; None for a media type that is none of the three."""
    from citebound_hooks.references.documents import read_references

    return read_references(upload)


@hookimpl(tryfirst=True)
def citebound_describe(document: Document, profile: Profile) -> SourceRecord | None:
    """Makes the record of an entry; None for a document that comes from no reference list."""
    if document.entry is None:
        return None
    from citebound_hooks.references.describing import describe_entry

    return describe_entry(document, profile)
