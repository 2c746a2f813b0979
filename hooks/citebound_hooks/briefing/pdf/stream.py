"""Streams with a line end before `endstream`, which reportlab's lack and PDF/A wants (ISO 19005-3, 6.1.7.1)."""

from __future__ import annotations

from typing import Any
from zlib import compress

from reportlab.pdfbase import pdfdoc


class Stream(pdfdoc.PDFObject):
    """A stream object; compressed unless it has to stay legible.

    Args:
        content: The bytes.
        entries: The entries of its dictionary, without length and filter.
        legible: True for metadata, which programs without a PDF reader look for.
    """

    __RefOnly__ = 1

    def __init__(
        self, content: bytes, entries: dict[str, Any] | None = None, *, legible: bool = False
    ) -> None:
        self._content = content if legible else compress(content)
        self._entries = dict(entries or {}) | {"Length": len(self._content)}
        if not legible:
            self._entries["Filter"] = "/FlateDecode"

    def format(self, document: object) -> bytes:
        """Returns the object."""
        head: bytes = pdfdoc.PDFDictionary(self._entries).format(document)
        return head + b"\nstream\n" + self._content + b"\nendstream"
