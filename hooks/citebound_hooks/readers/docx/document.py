"""A DOCX upload to a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from citebound.errors import NoTextError, UnreadableError
from citebound.model import Document, Upload
from citebound_hooks.language.identification import language_of
from citebound_hooks.readers.assembly import Assembly
from citebound_hooks.readers.docx.content import Said, words_of
from citebound_hooks.readers.docx.package import Package
from citebound_hooks.readers.docx.properties import properties_of
from citebound_hooks.readers.docx.styles import Styles, W

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LARGEST = 50_000_000  # bytes
_BODY = "word/document.xml"
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
_MARGINS = re.compile(r"word/(?:header|footer)\d{0,4}\.xml")


def read_docx(upload: Upload) -> Document:
    """Reads a Word document: body, footnotes and endnotes, headers and footers.

    Tracked deletions and hidden text are left out, insertions read.

    Raises:
        EncryptedError: If it needs a password.
        NoTextError: If it holds no text.
        UnreadableError: If it is damaged, too large, or built to fill the memory.
    """
    if len(upload.content) > _LARGEST:
        raise UnreadableError(
            f"the Word document has more than {_LARGEST // 1_000_000} MB; save it without pictures"
        )
    package = Package(upload.content)
    body = package.part(_BODY)
    if body is None:
        raise UnreadableError("not a Word document: the package has no word/document.xml")
    styles = Styles(package.part("word/styles.xml"))
    made = Assembly()
    for said in (*words_of(body, styles), *_notes(package, styles), *_margins(package, styles)):
        made.put_block(*said)
    text, blocks = made.text, tuple(made.blocks)
    if not text:
        raise NoTextError("the Word document holds no text")
    return Document(
        text=text,
        sha256=sha256(upload.content).hexdigest(),
        media_type=MEDIA_TYPE,
        bytes=len(upload.content),
        filename=upload.filename,
        language=language_of(text, blocks),
        blocks=blocks,
        metadata=tuple(properties_of(package.part("docProps/core.xml"))),
    )


def _notes(package: Package, styles: Styles) -> Iterator[Said]:
    """Yields the words of footnotes and endnotes, without the separators (which have a type)."""
    for name, tag in _NOTES:
        root = package.part(name)
        for note in () if root is None else root.iterchildren(f"{W}{tag}"):
            if note.get(f"{W}type") in (None, "normal"):
                yield from words_of(note, styles)


def _margins(package: Package, styles: Styles) -> Iterator[Said]:
    """Yields the words of the page headers and footers, each once, as boilerplate: notices stand there."""
    said: set[str] = set()
    for name in package.names(_MARGINS):
        root = package.part(name)
        for text, _, _ in () if root is None else words_of(root, styles):
            if text not in said and any(character.isalpha() for character in text):
                said.add(text)
                yield text, "boilerplate", 0
