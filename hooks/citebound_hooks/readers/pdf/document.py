"""A PDF upload to a document."""

from __future__ import annotations

import re
from hashlib import sha256

import pypdf

from citebound.errors import CiteboundError, NoTextError, UnreadableError
from citebound.model import Document, Metadatum, Upload
from citebound_hooks.language.identification import language_of
from citebound_hooks.readers.pdf.assembly import assembled
from citebound_hooks.readers.pdf.lines import PdfLine, Work, lines_of
from citebound_hooks.readers.pdf.opening import limited, opened
from citebound_hooks.readers.pdf.properties import declared_language, properties_of

_MOST_TEXT = 20_000_000
# Characters of a font without a table of their meaning: private use, controls, U+FFFD.
_NAMELESS = re.compile(r"[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f]")
_MOST_NAMELESS = 0.2  # share of all characters


def read_pdf(upload: Upload) -> Document:
    """Reads a PDF: text with pages, paragraphs joined over line ends and pages, running headers once.

    Raises:
        EncryptedError: If it needs a password.
        NoTextError: If no page has text: a scan.
        UnreadableError: If it is damaged, cut off or too large.
    """
    with limited():
        try:
            return _read(upload)
        except CiteboundError:
            raise
        except Exception as error:  # pypdf lets errors of its own and of Python escape on damaged files
            raise UnreadableError(f"the PDF is damaged ({type(error).__name__}); save it anew") from error


def _read(upload: Upload) -> Document:
    reader = opened(upload.content)
    pages, failed = _pages(reader)
    if len(failed) == len(pages):
        raise UnreadableError("no page of the PDF can be read; save it anew")
    if not any(pages):
        raise NoTextError("the PDF holds no text: a scan? Recognise its text (OCR) first")
    text, blocks, starts = assembled(pages)
    nameless = len(_NAMELESS.findall(text))
    if nameless > _MOST_NAMELESS * len(text):
        raise NoTextError(
            "the fonts of the PDF don't say which letters they show; recognise its text (OCR) first"
        )
    metadata, damage = _metadata(reader)
    return Document(
        text=text,
        sha256=sha256(upload.content).hexdigest(),
        media_type="application/pdf",
        bytes=len(upload.content),
        filename=upload.filename,
        language=declared_language(reader) or language_of(text, blocks),
        blocks=blocks,
        pages=starts,
        metadata=metadata,
        notes=tuple(_notes(pages, failed, nameless, damage)),
    )


def _pages(reader: pypdf.PdfReader) -> tuple[list[list[PdfLine]], list[int]]:
    """Returns the lines of each page, and the numbers of the pages that cannot be read."""
    pages: list[list[PdfLine]] = []
    failed: list[int] = []
    size, work = 0, Work()
    for number, page in enumerate(reader.pages):
        try:
            lines = lines_of(page, number, work)
        except CiteboundError:
            raise
        except Exception:  # one broken page must not lose the others
            lines = []
            failed.append(number + 1)
        size += sum(len(line.text) for line in lines)
        if size > _MOST_TEXT:
            raise UnreadableError(f"the PDF has more than {_MOST_TEXT} characters; save it in parts")
        pages.append(lines)
    return pages, failed


def _metadata(reader: pypdf.PdfReader) -> tuple[tuple[Metadatum, ...], str | None]:
    found: list[Metadatum] = []
    try:
        found.extend(properties_of(reader))
    except Exception as error:  # the text is worth more than the properties
        return tuple(found), f"the properties of the PDF cannot be read wholly ({type(error).__name__})"
    return tuple(found), None


def _notes(pages: list[list[PdfLine]], failed: list[int], nameless: int, damage: str | None) -> list[str]:
    notes = [f"page {number} cannot be read" for number in failed]
    empty = sum(not page for page in pages) - len(failed)
    if empty:
        notes.append(f"{empty} of {len(pages)} pages hold no text")
    if nameless:
        notes.append(f"{nameless} characters have no meaning: their fonts don't say which letters they show")
    return [*notes, damage] if damage else notes
