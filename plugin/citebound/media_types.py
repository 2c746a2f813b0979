"""What an upload is: its content says so first, then its name; where the two disagree the user decides."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePosixPath
from typing import NamedTuple

from citebound.errors import EncryptedError, NoTextError, UnreadableError, UnsupportedError
from citebound.model import Upload

TEXT, MARKDOWN, HTML, XHTML = "text/plain", "text/markdown", "text/html", "application/xhtml+xml"
PDF, XML, JSON = "application/pdf", "application/xml", "application/json"
BIBTEX, RIS = "application/x-bibtex", "application/x-research-info-systems"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_BY_SUFFIX = {
    ".txt": TEXT, ".text": TEXT, ".md": MARKDOWN, ".markdown": MARKDOWN, ".html": HTML, ".htm": HTML,
    ".xhtml": XHTML, ".pdf": PDF, ".docx": DOCX, ".json": JSON, ".bib": BIBTEX, ".ris": RIS, ".xml": XML,
}  # fmt: skip
_WORDS = {
    TEXT: "text", MARKDOWN: "Markdown text", HTML: "an HTML page", XHTML: "an XHTML page", PDF: "a PDF document",
    DOCX: "a Word document", JSON: "JSON", BIBTEX: "BibTeX", RIS: "RIS", XML: "XML",
}  # fmt: skip
_SUFFIX_FOR = {TEXT: ".txt", HTML: ".html", PDF: ".pdf", DOCX: ".docx", XML: ".xml"}
# The contents that a name may stand for; where a name is not listed, only its own.
_FITTING = {
    HTML: {HTML, XML, TEXT}, XHTML: {HTML, XML, TEXT}, MARKDOWN: {TEXT}, JSON: {TEXT}, BIBTEX: {TEXT}, RIS: {TEXT},
}  # fmt: skip
_REPORTS = frozenset(suffix for suffix, kind in _BY_SUFFIX.items() if kind not in {JSON, XML})
_GIVE = "give the report as text, HTML, PDF or DOCX"

# Magic numbers, each with its offset. Origin: the formats' own specifications.
_FOREIGN: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF8", "a GIF image"),
    (0, b"II*\0", "a TIFF image"),
    (0, b"MM\0*", "a TIFF image"),
    (0, b"BM", "a BMP image"),
    (8, b"WEBP", "a WebP image"),
    (8, b"WAVE", "a sound recording"),
    (8, b"AVI ", "a film"),
    (4, b"ftyp", "a film or picture (MPEG-4 family)"),
    (0, b"OggS", "a sound recording"),
    (0, b"ID3", "a sound recording"),
    (0, b"\x1a\x45\xdf\xa3", "a film"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\0", "an xz archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\x7fELF", "a program (ELF)"),
    (0, b"MZ", "a program (Windows)"),
    (0, b"\xcf\xfa\xed\xfe", "a program (Mach-O)"),
    (0, b"\xca\xfe\xba\xbe", "a program (Java or Mach-O)"),
    (0, b"\0asm", "a program (WebAssembly)"),
    (0, b"SQLite format 3\0", "an SQLite database"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
    (0, b"AT&TFORM", "a DjVu document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"%!PS", "a PostScript document"),
)  # fmt: skip
_AMBIGUOUS = {b"BM", b"MZ", b"ID3", b"BZh"}  # a text may begin so: only believed of bytes that are no text
_IN_ZIP: tuple[tuple[bytes, str], ...] = (
    (b"xl/workbook", "an Excel workbook"),
    (b"ppt/presentation", "a PowerPoint presentation"),
    (b"application/epub+zip", "an EPUB book"),
    (b"opendocument.text", "an OpenDocument text (.odt)"),
    (b"opendocument", "an OpenDocument file"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_HEAD = 4096
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_BEGINS_HTML = re.compile(
    r"\s{0,500}(?:<!--[^>]{0,2000}-->\s{0,500})?<(?:!doctype\s+html|html|head|body)\b", re.I
)
_BEGINS_XML = re.compile(r"\s{0,500}<\?xml\b", re.I)
_CSL_TYPE = re.compile(
    rb'"type"\s{0,9}:\s{0,9}"(?:report|article(?:-journal|-magazine|-newspaper)?|webpage|post(?:-weblog)?|book|chapter|'
    rb"paper-conference|thesis|legislation|legal_case|bill|treaty|regulation|hearing|document|manuscript|pamphlet|speech|"
    rb'interview|broadcast|motion_picture|personal_communication|dataset|map|entry(?:-\w{1,20})?|review(?:-book)?)"'
)
_CSL_FIELD = re.compile(rb'"(?:title|issued|publisher|author|container-title|accessed)"\s{0,9}:')
_CONTROLS = bytes([*range(7), *range(14, 27), *range(28, 32), 127])
_MOST_CONTROLS = 0.02


class _Content(NamedTuple):
    """What the bytes are: a media type, or None and the words for what they are instead."""

    media_type: str | None
    words: str


def identify(upload: Upload) -> str:
    """Returns the media type of an upload.

    A type that the user or a transport gave wins without question. Else the content is looked at first, then the
    name. Text is what its name says: Markdown, BibTeX, JSON; without a known name it is plain text.

    Raises:
        NoTextError: If the file is empty.
        EncryptedError: If it is a Word document with a password.
        UnsupportedError: If it is no report (an image, an archive, a program …), or its name says something else
            than its content. Names no file: the host adds it.
    """
    if upload.media_type:
        return upload.media_type
    if not upload.content:
        raise NoTextError("the file is empty")
    suffix = PurePosixPath((upload.filename or "").replace("\\", "/")).suffix.lower()
    named = _BY_SUFFIX.get(suffix)
    content = _sniffed(upload.content)
    if named is None:
        if content.media_type is None:
            raise UnsupportedError(f"{content.words}, not a report; {_GIVE}")
        return content.media_type
    if content.media_type not in _FITTING.get(named, {named}):
        raise _disagreement(named, suffix, content)
    return named


def _disagreement(named: str, suffix: str, content: _Content) -> UnreadableError:
    says = f"the name says {_WORDS[named]} ({suffix}), the content is {content.words}"
    if content.media_type is None:
        return UnsupportedError(f"{says}, not a report; {_GIVE}")
    rename = f"rename it to {_SUFFIX_FOR[content.media_type]}, or give --media-type {content.media_type}"
    return UnsupportedError(f"{says}; {rename}")


def _sniffed(content: bytes) -> _Content:
    if b"%PDF-" in content[:1024]:
        return _known(PDF)
    if content.startswith(b"PK\x03\x04"):
        return _in_zip(content)
    if content.startswith(_OLE):
        return _in_ole(content)
    is_text = _is_text(content)
    for offset, magic, words in _FOREIGN:
        if content.startswith(magic, offset) and not (is_text and magic in _AMBIGUOUS):
            return _Content(None, words)
    return _kind_of_text(content) if is_text else _Content(None, "binary data")


def _known(media_type: str) -> _Content:
    return _Content(media_type, _WORDS[media_type])


def _in_zip(content: bytes) -> _Content:
    if b"word/document" in content:
        return _known(DOCX)
    return _Content(None, next((words for mark, words in _IN_ZIP if mark in content), "a ZIP archive"))


def _in_ole(content: bytes) -> _Content:
    if _ENCRYPTED_PACKAGE in content:
        raise EncryptedError("the Word document needs a password; save it without one")
    return _Content(None, "an Office document of before 2007 (.doc, .xls)")


def _kind_of_text(content: bytes) -> _Content:
    mark, encoding = _mark(content)
    head = content[len(mark) : len(mark) + _HEAD].decode(encoding, errors="replace")
    if _BEGINS_HTML.match(head):
        return _known(HTML)
    if not _BEGINS_XML.match(head):
        return _known(TEXT)
    if "<svg" in head:
        return _Content(None, "an SVG image")
    return _known(HTML) if "<html" in head.lower() else _known(XML)


def _mark(content: bytes) -> tuple[bytes, str]:
    return next(((mark, name) for mark, name in BYTE_ORDER_MARKS if content.startswith(mark)), (b"", "utf-8"))


def _is_text(content: bytes) -> bool:
    mark, _ = _mark(content)
    if mark:
        return True
    head = content[:_HEAD]
    if b"\0" in head:
        return _is_utf16(head)
    return len(head) - len(head.translate(None, _CONTROLS)) <= _MOST_CONTROLS * len(head)


def _is_utf16(head: bytes) -> bool:
    """Whether every second byte of bytes without a mark is zero, as in UTF-16 of a European language."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return min(even, odd) == 0 and max(even, odd) >= 0.7 * (len(head) // 2)


def is_reference_list(beginning: bytes) -> bool:
    """Tells CSL-JSON by the first bytes of a file: items with one of the types of CSL 1.0.2, and a field of theirs."""
    is_json = beginning.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{")
    return is_json and bool(_CSL_TYPE.search(beginning)) and bool(_CSL_FIELD.search(beginning))


def is_report_name(name: str) -> bool:
    """Tells whether a file of this name is taken for a report when a folder is walked.

    Briefings that stand beside their reports are none, but for PDF: those can be checked and verified.
    """
    suffix = PurePosixPath(name).suffix.lower()
    return suffix in _REPORTS and (suffix == ".pdf" or not is_briefing_name(name))


def is_briefing_name(name: str) -> bool:
    """Tells whether a file is named as a finished briefing is: `a.briefing.pdf`, `a.briefing.2.html`."""
    return ".briefing" in PurePosixPath(name).suffixes[:-1]
