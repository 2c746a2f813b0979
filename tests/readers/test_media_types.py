from __future__ import annotations

import pytest

from citebound.errors import EncryptedError, NoTextError, UnsupportedError
from citebound.media_types import identify
from citebound.model import Upload

TEXT = b"The council met on Monday."
PAGE = b"<!-- x -->\n<!DOCTYPE html><p>The council met."
PDF = b"%PDF-1.7\n1 0 obj"
DOCX_BYTES = b"PK\x03\x04....[Content_Types].xml....word/document.xml"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "filename", "media_type"),
    [
        (TEXT, "report.txt", "text/plain"),
        (TEXT, "REPORT.TEXT", "text/plain"),
        (TEXT, "report", "text/plain"),
        (TEXT, None, "text/plain"),
        (TEXT, "report.of.march", "text/plain"),
        (TEXT, r"C:\reports\a.md", "text/markdown"),
        ("é".encode("utf-16"), "a.txt", "text/plain"),
        ("The council".encode("utf-16-le"), "a.txt", "text/plain"),
        (b"BMW and MZ are makers.", "a.txt", "text/plain"),
        (PAGE, "a.html", "text/html"),
        (PAGE, "a.HTM", "text/html"),
        (PAGE, None, "text/html"),
        (b"\xef\xbb\xbf<html>", None, "text/html"),
        ("<html>".encode("utf-16"), None, "text/html"),
        (b"<p>a fragment</p>", "a.html", "text/html"),
        (b"<?xml version='1.0'?><html xmlns='x'/>", "a.xhtml", "application/xhtml+xml"),
        (b"<?xml version='1.0'?><html xmlns='x'/>", None, "text/html"),
        (b"<?xml version='1.0'?><article/>", "a.xml", "application/xml"),
        (PDF, "a.pdf", "application/pdf"),
        (b"\n\n" + PDF, "upload", "application/pdf"),
        (DOCX_BYTES, "a.docx", DOCX),
        (DOCX_BYTES, None, DOCX),
        (b"[]", "a.json", "application/json"),
        (b"@book{a}", "a.bib", "application/x-bibtex"),
        (b"TY  - RPRT", "a.ris", "application/x-research-info-systems"),
    ],
)
def test_what_a_file_is(content, filename, media_type):
    assert identify(Upload(content=content, filename=filename)) == media_type


def test_the_user_is_believed():
    assert identify(Upload(content=PDF, filename="a.txt", media_type="text/x-minutes")) == "text/x-minutes"


NO_REPORT = "not a report; give the report as text, HTML, PDF or DOCX"
SAYS_TEXT = "the name says text (.txt), the content is"


@pytest.mark.parametrize(
    ("content", "filename", "says"),
    [
        (
            PDF,
            "a.txt",
            f"{SAYS_TEXT} a PDF document; rename it to .pdf, or give --media-type application/pdf",
        ),
        (PAGE, "a.txt", f"{SAYS_TEXT} an HTML page; rename it to .html, or give --media-type text/html"),
        (b"\x89PNG\r\n\x1a\n\0", "a.txt", f"{SAYS_TEXT} a PNG image, {NO_REPORT}"),
        (b"\x7fELF\x02\x01\0", "a.txt", f"{SAYS_TEXT} a program (ELF), {NO_REPORT}"),
        (bytes(range(256)), "a.txt", f"{SAYS_TEXT} binary data, {NO_REPORT}"),
        (
            TEXT,
            "a.pdf",
            "the name says a PDF document (.pdf), the content is text; "
            "rename it to .txt, or give --media-type text/plain",
        ),
        (
            TEXT,
            "a.docx",
            "the name says a Word document (.docx), the content is text; "
            "rename it to .txt, or give --media-type text/plain",
        ),
        (
            PAGE,
            "a.pdf",
            "the name says a PDF document (.pdf), the content is an HTML page; "
            "rename it to .html, or give --media-type text/html",
        ),
        (
            b"PK\x03\x04 x",
            "a.docx",
            f"the name says a Word document (.docx), the content is a ZIP archive, {NO_REPORT}",
        ),
        (b"\x89PNG\r\n\x1a\n\0", "a.png", f"a PNG image, {NO_REPORT}"),
        (b"PK\x03\x04 xl/workbook.xml", None, f"an Excel workbook, {NO_REPORT}"),
        (b"MZ\x90\0\3\0", None, f"a program (Windows), {NO_REPORT}"),
        (b"{\\rtf1 text}", "a.rtf", f"an RTF document, {NO_REPORT}"),
        (b"<?xml version='1.0'?><svg/>", None, f"an SVG image, {NO_REPORT}"),
        (OLE + b"WordDocument", "a.doc", f"an Office document of before 2007 (.doc, .xls), {NO_REPORT}"),
    ],
)
def test_names_and_contents_that_disagree(content, filename, says):
    with pytest.raises(UnsupportedError) as told:
        identify(Upload(content=content, filename=filename))
    assert str(told.value) == says
    assert told.value.at("inbox/a").exit_code == 3
    assert str(told.value.at("inbox/a")) == f"inbox/a: {says}"


def test_a_word_document_with_a_password():
    content = OLE + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(EncryptedError, match="needs a password"):
        identify(Upload(content=content, filename="a.docx"))


def test_an_empty_file():
    with pytest.raises(NoTextError, match="the file is empty"):
        identify(Upload(content=b"", filename="a.pdf"))
