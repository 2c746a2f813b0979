"""The built-in readers: plain text and Markdown, HTML, PDF, DOCX."""

from __future__ import annotations

from collections.abc import Sequence

from citebound import hookimpl
from citebound.model import Document, Upload


@hookimpl
def citebound_read(upload: Upload) -> Sequence[Document] | None:
    """Reads a report; None for a media type that none of the built-in readers takes."""
    from citebound_hooks.readers.dispatch import read_report

    document = read_report(upload)
    return None if document is None else (document,)
