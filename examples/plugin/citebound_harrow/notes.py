"""Reads catalogue notes."""

from __future__ import annotations

from hashlib import sha256

from citebound.errors import UnreadableError
from citebound.model import Block, Document, Upload


def read_note(upload: Upload) -> list[Document]:
    """Reads a note: the word NOTE on the first line, one paragraph on each line after it.

    Raises:
        UnreadableError: If the first line is another.
    """
    text = upload.content.decode("utf-8", errors="replace")
    if not text.startswith("NOTE\n"):
        raise UnreadableError("not a catalogue note: the first line must be NOTE")
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip())
        if end > start:
            blocks.append(Block(start, end, "heading" if start == 0 else "paragraph"))
        start += len(line)
    document = Document(
        text=text,
        sha256=sha256(upload.content).hexdigest(),
        media_type="text/x-harrow-note",
        bytes=len(upload.content),
        filename=upload.filename,
        blocks=tuple(blocks),
    )
    return [document]
