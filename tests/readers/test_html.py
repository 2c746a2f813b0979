from __future__ import annotations

import codecs

import pytest

from citebound.errors import NoTextError, UnsupportedError
from citebound_hooks.readers.html.charset import declared_charset

CASES = "html_blocks.yml"


def test_blocks(case, read, blocks_of):
    assert blocks_of(read(case["html"], "text/html")) == case["blocks"]


def test_rows_and_items_stand_on_lines_of_their_own(read):
    document = read("<p>One<ul><li>a<li>b</ul><table><tr><td>x<td>y<tr><td>z<td>w</table><p>Two", "text/html")
    assert document.text == "One\n\na\nb\n\nx\ty\nz\tw\n\nTwo"


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        ("<meta charset=utf-8><p>président".encode(), None),
        ("<p>président".encode(), None),
        ("<meta charset=utf-16><p>président".encode(), None),
        ("<meta charset=iso-8859-1><p>président".encode("cp1252"), None),
        ("<meta charset=iso-8859-1><p>président".encode(), None),
        ("<meta http-equiv=content-type content='text/html; charset=windows-1252'><p>président".encode("cp1252"), None),
        ("<?xml version='1.0' encoding='iso-8859-1'?><html><p>président".encode("cp1252"), None),
        ("<p>président".encode("cp1252"), "windows-1252"),
        ("<meta charset=utf-8><p>président".encode("cp1252"), "windows-1252"),
        (codecs.BOM_UTF16_LE + "<meta charset=utf-8><p>président".encode("utf-16-le"), None),
        (codecs.BOM_UTF8 + "<meta charset=latin1><p>président".encode(), None),
    ],
    ids=["meta", "none", "utf-16-on-utf-8", "latin", "latin-on-utf-8", "http-equiv", "xml", "transport",
        "transport-first", "mark-16", "mark-first"],
)  # fmt: skip
def test_encodings(read, content, charset):
    assert read(content, "text/html", charset=charset).text == "président"


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b"<meta charset='koi8-r'>", "koi8-r"),
        (b"<META CHARSET = utf-8 >", "utf-8"),
        (b"<meta charset=UTF-16LE>", "utf-8"),
        (b"<p>charset=utf-8", None),
        (b" " * 5000 + b"<meta charset=utf-8>", None),
    ],
)
def test_declared_charset(head, charset):
    assert declared_charset(head) == charset


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ("<html lang=fr><p>The council said that it was in the town and that nobody was hurt.", "fr"),
        ("<html lang='pt_BR'><p>x", "pt-BR"),
        ("<meta property=og:locale content=es_ES><p>x", "es-ES"),
        ("<meta http-equiv=content-language content='de, en'><p>x", "de"),
        ("<html lang='{{lang}}'><p>The council said that it was in the town and that nobody was hurt.", "en"),
        ("<p>x", None),
    ],
)
def test_language(read, html, language):
    assert read(html, "text/html").language == language


@pytest.mark.parametrize(
    "html", ["<html></html>", "<script>x</script>", "<p>&nbsp; </p>", "<!-- x -->", "<img src=a.png>"]
)
def test_pages_without_text(read, html):
    with pytest.raises(NoTextError, match="no text"):
        read(html, "text/html")


def test_the_same_page_gives_the_same_document(read):
    page = "<title>t</title><p>One <a href=x>two</a>.</p>"
    assert read(page, "text/html").to_json() == read(page, "text/html").to_json()


def test_a_page_that_is_not_wholly_read_says_so(read):
    document = read("<p>one</p>" + "<div>" * 3000 + "two", "text/html")
    assert document.text == "one"
    assert document.notes == ("not wholly read: Excessive depth in document: 2048, in line 1",)


@pytest.mark.parametrize(
    ("page", "notes"),
    [
        ("<html><body><p>One.</p></body></html>", ()),
        ("<p>One.</p>", ()),
        ("<html><body><p>One.</p><div clas", ("the page may be cut off: it has no end tag",)),
    ],
    ids=["whole", "fragment", "cut-off"],
)
def test_a_page_without_end_is_told(read, page, notes):
    assert read(page, "text/html").notes == notes


def test_self_closed_elements_of_xhtml(read):
    head = "<head><title/><script src='a>b'/></head>"
    page = f"<html xmlns='x'>{head}<body><a name='x'/><p>One<br/>.</p><p>Two.</p></body></html>"
    document = read(page, "application/xhtml+xml")
    assert document.text == "One\n.\n\nTwo."
    assert document.source == page
    assert document.source_offset(document.text.index("Two")) == page.index("Two")
    assert document.source_offset(0) == page.index("One")


@pytest.mark.parametrize("content", [bytes(range(256)) * 9, b"\0\1\2\3" * 99])
def test_bytes_that_are_no_page(read, content):
    with pytest.raises(UnsupportedError, match="not a text"):
        read(content, "text/html")
