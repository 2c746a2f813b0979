"""Which reader takes which media type."""

from __future__ import annotations

from citebound.errors import NoTextError, UnsupportedError
from citebound.model import Document, Upload

_PLAIN = "text/plain"
_MARKDOWN = "text/markdown"
_HTML = {"text/html", "application/xhtml+xml"}
_PDF = "application/pdf"
_XML = {"application/xml", "text/xml"}
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_report(upload: Upload) -> Document | None:
    """Reads an upload with the reader of its media type; None if there is none.

    Raises:
        UnreadableError: If the file is empty, or its reader cannot read it.
        UnsupportedError: If it is XML of an unknown kind.
    """
    media_type = (upload.media_type or "").partition(";")[0].strip().lower()
    if media_type in _XML:
        raise UnsupportedError("XML is not read; give the report as text, HTML, PDF or DOCX")
    if media_type not in _HTML | {_PLAIN, _MARKDOWN, _PDF, _DOCX}:
        return None
    if not upload.content:
        raise NoTextError("the file is empty")
    return _read(upload, media_type)


def _read(upload: Upload, media_type: str) -> Document:
    if media_type == _PLAIN:
        from citebound_hooks.readers.plain_text import read_plain_text

        return read_plain_text(upload)
    if media_type == _MARKDOWN:
        from citebound_hooks.readers.markdown.document import read_markdown

        return read_markdown(upload)
    if media_type in _HTML:
        from citebound_hooks.readers.html.document import read_html

        return read_html(upload, media_type)
    if media_type == _PDF:
        from citebound_hooks.readers.pdf.document import read_pdf

        return read_pdf(upload)
    from citebound_hooks.readers.docx.document import read_docx

    return read_docx(upload)
