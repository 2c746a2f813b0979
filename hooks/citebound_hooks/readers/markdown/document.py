"""A Markdown upload to a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from citebound.errors import NoTextError
from citebound.model import Document, SourceSegment, Upload
from citebound_hooks.language.identification import language_of
from citebound_hooks.readers.encoding import decode
from citebound_hooks.readers.markdown.code import fenced_code
from citebound_hooks.readers.markdown.front_matter import front_matter
from citebound_hooks.readers.markdown.marks import Range, marks_in
from citebound_hooks.readers.paragraphs import blocks_of

MEDIA_TYPE = "text/markdown"


def read_markdown(upload: Upload) -> Document:
    """Reads a manuscript: its text is the file's without inline marks, and each word knows its place in the file.

    Raises:
        NoTextError: If there is nothing but white space.
        UnsupportedError: If the bytes are no text.
    """
    source, note, _ = decode(upload.content, (upload.charset,))
    segments = tuple(_segments(_kept(source)))
    text = "".join(source[each.source : each.source + each.length] for each in segments)
    if not text.strip():
        raise NoTextError("the file holds nothing but white space")
    changed = len(text) != len(source)
    blocks = tuple(blocks_of(text, markdown=True))
    return Document(
        text=text,
        sha256=sha256(upload.content).hexdigest(),
        media_type=MEDIA_TYPE,
        bytes=len(upload.content),
        filename=upload.filename,
        language=language_of(text, blocks),
        blocks=blocks,
        source=source if changed else None,
        source_map=segments if changed else (),
        notes=(note,) if note else (),
    )


def _kept(source: str) -> Iterator[Range]:
    """Yields begin and end of what is no mark."""
    front = front_matter(source)
    body = front.whole if front else 0
    code = [(start, end) for start, end in fenced_code(source) if start >= body]
    at = 0
    for start, end in marks_in(source, [(0, body), *code]):
        if at < start:
            yield at, start
        at = end
    if at < len(source):
        yield at, len(source)


def _segments(kept: Iterator[Range] | Sequence[Range]) -> Iterator[SourceSegment]:
    place = 0
    for start, end in kept:
        yield SourceSegment(place, end - start, start)
        place += end - start
