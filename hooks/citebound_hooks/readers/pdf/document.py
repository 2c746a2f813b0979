"""A PDF upload to a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

import pypdf

from citebound.errors import CiteboundError, NoTextError, UnreadableError
from citebound.model import Block, BlockKind, Document, Metadatum, Upload
from citebound_hooks.language.identification import identify_language
from citebound_hooks.readers.pdf.hyphenation import words_of
from citebound_hooks.readers.pdf.lines import PdfLine, lines_of
from citebound_hooks.readers.pdf.opening import limited, opened
from citebound_hooks.readers.pdf.paragraphs import blocks_of_page, measure
from citebound_hooks.readers.pdf.properties import declared_language, properties_of
from citebound_hooks.readers.pdf.running import running_lines

_MOST_TEXT = 20_000_000
_CLOSE = {"table-row", "list-item"}


def read_pdf(upload: Upload) -> Document:
    """Reads a PDF: text with pages, paragraphs joined over their line ends, running headers as boilerplate.

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
    if not any(pages):
        raise NoTextError(_why_no_text(len(pages), len(failed)))
    made = _assembled(pages)
    metadata, damage = _metadata(reader)
    text = "".join(made.parts)
    return Document(
        text=text,
        sha256=sha256(upload.content).hexdigest(),
        media_type="application/pdf",
        bytes=len(upload.content),
        filename=upload.filename,
        language=declared_language(reader) or identify_language(text),
        blocks=tuple(made.blocks),
        pages=tuple(made.pages),
        metadata=metadata,
        notes=tuple(_notes(pages, failed, damage)),
    )


@dataclass(slots=True)
class _Made:
    """The canonical text as it grows: blocks a blank line apart, rows and list items on lines of their own."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    blocks: list[Block] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.size += len(text)

    def put_page(self) -> None:
        if self.pages:
            self.put("\n\n")
        self.pages.append(self.size)

    def put_block(self, text: str, kind: BlockKind, level: int) -> None:
        if self.size > self.pages[-1]:
            self.put("\n" if kind in _CLOSE and self.blocks[-1].kind == kind else "\n\n")
        self.blocks.append(Block(self.size, self.size + len(text), kind, level))
        self.put(text)


def _assembled(pages: list[list[PdfLine]]) -> _Made:
    running = running_lines(pages)
    bodies = [
        [line for number, line in enumerate(page) if number not in out]
        for page, out in zip(pages, running, strict=True)
    ]
    usual = measure(bodies if any(bodies) else pages)
    known = words_of(line.text for page in pages for line in page)
    made = _Made()
    for page, out, body in zip(pages, running, bodies, strict=True):
        made.put_page()
        for number in sorted(out):
            made.put_block(page[number].text, "boilerplate", 0)
        for block in blocks_of_page(body, usual, known):
            made.put_block(block.text, block.kind, block.level)
    return made


def _pages(reader: pypdf.PdfReader) -> tuple[list[list[PdfLine]], list[int]]:
    """Returns the lines of each page, and the numbers of the pages that cannot be read."""
    pages: list[list[PdfLine]] = []
    failed: list[int] = []
    size = 0
    for number, page in enumerate(reader.pages, 1):
        try:
            lines = lines_of(page)
        except Exception:  # one broken page must not lose the others
            lines = []
            failed.append(number)
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


def _why_no_text(pages: int, failed: int) -> str:
    if failed == pages:
        return "no page of the PDF can be read; save it anew"
    return "the PDF holds no text: a scan? Recognise its text (OCR) first"


def _notes(pages: list[list[PdfLine]], failed: list[int], damage: str | None) -> list[str]:
    notes = [f"page {number} cannot be read" for number in failed]
    empty = sum(not page for page in pages) - len(failed)
    if empty:
        notes.append(f"{empty} of {len(pages)} pages hold no text")
    return [*notes, damage] if damage else notes
