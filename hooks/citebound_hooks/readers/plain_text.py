"""Plain text: the decoded file is the canonical text, character for character."""

from __future__ import annotations

from hashlib import sha256

from citebound.errors import NoTextError
from citebound.model import Document, Upload
from citebound_hooks.language.identification import language_of
from citebound_hooks.readers.encoding import decode
from citebound_hooks.readers.paragraphs import blocks_of


def read_plain_text(upload: Upload) -> Document:
    """Reads a text file. Line ends, no-break spaces and all else stay as they are; a byte-order mark is dropped.

    Raises:
        NoTextError: If there is nothing but white space.
        UnsupportedError: If the bytes are no text.
    """
    text, note, _ = decode(upload.content, (upload.charset,))
    if not text.strip():
        raise NoTextError("the file holds nothing but white space")
    blocks = tuple(blocks_of(text))
    return Document(
        text=text,
        sha256=sha256(upload.content).hexdigest(),
        media_type="text/plain",
        bytes=len(upload.content),
        filename=upload.filename,
        language=language_of(text, blocks),
        blocks=blocks,
        notes=(note,) if note else (),
    )
