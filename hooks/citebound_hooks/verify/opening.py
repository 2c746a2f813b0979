"""Opens a PDF that may be damaged, or encrypted without a password."""

from __future__ import annotations

from io import BytesIO

import pypdf


def open_pdf(content: bytes) -> pypdf.PdfReader:
    """Returns a reader; a file that anyone may open is decrypted."""
    reader = pypdf.PdfReader(BytesIO(content))
    if reader.is_encrypted:
        reader.decrypt("")
    return reader
