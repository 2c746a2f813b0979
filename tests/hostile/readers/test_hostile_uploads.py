"""Uploads that are built to hurt: each ends in a document or one clear line, within ten seconds of CPU."""

from __future__ import annotations

import time
import zipfile
import zlib
from io import BytesIO

import pytest

from citebound.errors import UnreadableError
from citebound.model import Document, Upload
from citebound_hooks.readers.dispatch import read_report

HTML, PDF = "text/html", "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SECONDS = 10


def outcome(content: bytes, media_type: str, seconds: int = SECONDS) -> Document | str:
    """Reads an upload; gives the document, or the line that says why not."""
    began = time.process_time()
    try:
        found: Document | str | None = read_report(Upload(content=content, media_type=media_type))
    except UnreadableError as error:
        found = str(error)
    assert time.process_time() - began < seconds
    assert isinstance(found, Document) or ("\n" not in found and len(found) < 200)
    return found


def docx(document: bytes, name: str = "word/document.xml") -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, document)
    return made.getvalue()


def pdf(*objects: bytes) -> bytes:
    """A PDF of the objects given, numbered from 1; the first is the catalog."""
    body = b"%PDF-1.7\n"
    for number, content in enumerate(objects, 1):
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    return body + b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n0\n%%%%EOF" % (len(objects) + 1)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(data), data)


PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"


@pytest.mark.parametrize(
    "tag",
    ["div", "b", "span", "ul><li", "table><tr><td", "blockquote", "font", "article", "nav", "dl><dt>a<dd"],
)
def test_deep_nesting(tag):
    found = outcome(b"<p>first" + f"<{tag}>".encode() * 100_000 + b"last", HTML)
    assert isinstance(found, Document)
    assert found.text.startswith("first")
    assert found.notes[0].startswith("not wholly read") or "last" in found.text


def test_a_text_of_11_million_characters():
    found = outcome(b"<p>first " + b"word " * 2_200_000 + b"</p><p>last", HTML)
    assert isinstance(found, Document)
    assert found.text.endswith("last")
    assert not found.notes


@pytest.mark.parametrize("value", ["", "=1", '=">"', "='x'"])
def test_forty_thousand_attributes(value):
    attributes = " ".join(f"a{number}{value}" for number in range(40_000))
    assert outcome(f"<p {attributes}>text".encode(), HTML) == "<p> has more than 500 attributes"


def test_many_elements_with_many_attributes():
    tag = "<p " + " ".join(f"a{number}" for number in range(499)) + ">"
    found = outcome(tag.encode() * 3_000 + b"text", HTML)
    assert isinstance(found, Document)


@pytest.mark.parametrize(
    "page",
    [
        "<p {}>",
        "<P/{}",
        '<b x=y"><a b1=">" {}>',
        "<a {} title='>'>",
        '<a title="' + "x>" * 400 + '" {}>',
        "<a href=" + "x" * 299 + '=" {} ">',
        "<a " + "n" * 299 + '=x=" {} ">',
        "<" + "a" * 400 + '=" {} ">',
        '<p a=b">text <q {} z="y">',
        "<p a=b'>text <q {} z='y'>",
        "<i <b <q {}>",
        "<!-- > <a --> <i<b {}>",
        "<script>'<p a=\"'</script><p {}>",
    ],
)
def test_many_attributes_are_found_however_the_tag_is_written(page):
    """Also where a quotation mark, a `>` or a long value stands before them, which other tokenizers stumble over."""
    for attribute in ("a{0}", "a{0}=", "a{0}='>'", 'a{0}=">"', "a{0}=b/", "a{0} = <"):
        attributes = " ".join(attribute.format(number) for number in range(1_100))
        found = outcome(f"{page.format(attributes)}text".encode(), HTML)
        assert "has more than 500 attributes" in str(found)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<div>" * 2000 + b"</b>" * 400_000, "end tags that end nothing"),
        (b"<a>" * 500_001, "more than 500000 tags"),
        (b"x" * 20_000_001, "more than 20 MB"),
    ],
    ids=["stray-end-tags", "tags", "size"],
)
def test_pages_that_are_refused(content, says):
    assert says in outcome(content, HTML)


@pytest.mark.parametrize(
    "part",
    [
        b"<", b"<a ", b"<a<b=", b"<a b c=d ", b"<a b='<a c=\"", b"<a x='",
        b"<a<a", b"<a \"'", b"<a x='' ", b"<a x=\"'\" <b y='", b"i<n;\n",
        b"<!--", b"<!", b"</", b"&", b"&#", b"<p", b"<title>", b"<script>",
        b"<dt>a<dd>b", b"<br>",
        b"<tr><td>a<td>b", b"<time>x", b"<meta name=a content=b>", b"<h1>", b"<a href=x>y", b"<b></p>",
        b"<pre>\n", b"<p itemprop=x>",
        b"<article>", b"<main>", b"\0", b"<![CDATA[", b"<?", b"<svg><", b"<li>x", b"<div class=nav>",
    ],
)  # fmt: skip
def test_one_thing_a_hundred_thousand_times(part):
    outcome(b"<p>text " + part * 100_000, HTML)


@pytest.mark.parametrize("part", [b"<a '", b'<a "<b ', b"<a/>", b"<a /", b"<script/>", b"<"])
def test_xhtml_of_one_thing(part):
    outcome(b"<p>text " + part * 100_000, "application/xhtml+xml")


def test_ten_thousand_half_broken_json_ld_blocks():
    outcome(b"<p>text" + b"<script type='application/ld+json'>{\"a\": [1,,</script>" * 10_000, HTML)


@pytest.mark.parametrize(
    "part",
    ["- ", "| ", "|\n", "a\n", "a b\n", "\n", "\r", " ", "\t|", "1. ", "=", "a" * 79 + "\n", "(", "-\n"],
)
def test_plain_texts_of_one_thing(part):
    outcome((part * (600_000 // len(part))).encode() + b"x", "text/plain")


def test_random_bytes_as_text():
    outcome(bytes((number * 7919) % 251 + 1 for number in range(1_000_000)), "text/plain")


def test_entity_bomb_in_a_word_document():
    entities = b"".join(
        b'<!ENTITY e%d "%b">' % (number, b"&e%d;" % (number - 1) * 10 if number else b"ha")
        for number in range(12)
    )
    bomb = (
        b"<!DOCTYPE x ["
        + entities
        + b"]><w:document "
        + W.encode()
        + b"><w:p><w:t>&e11;</w:t></w:p></w:document>"
    )
    assert outcome(docx(bomb), DOCX) in (
        "its XML has a document type, which may hide text; save it anew",
        "not well-formed XML: Maximum entity amplification factor exceeded",
    )


def test_zip_bomb():
    found = outcome(docx(b"<a>" + b" " * 15_000_000 + b"</a>"), DOCX)
    assert found == "a part of the Word document is packed more than 200 to 1: not a report"
    assert "unpacks to more than 20 MB" in outcome(docx(b" " * 21_000_000), DOCX)


def test_a_package_that_lies_about_its_size():
    data = docx(b"<a>" + b"word " * 30_000 + b"</a>")
    size = (150_007).to_bytes(4, "little")
    assert data.count(size) == 2
    assert "damaged" in outcome(data.replace(size, (1_000).to_bytes(4, "little")), DOCX)


def test_a_package_of_ten_thousand_parts():
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for number in range(10_000):
            package.writestr(f"word/{number}.xml", b"<a/>")
    assert outcome(made.getvalue(), DOCX) == "the Word document has more than 5000 parts"


@pytest.mark.parametrize("tag", ["w:p", "w:tbl><w:tr><w:tc", "w:r", "w:txbxContent"])
def test_deep_word_documents(tag):
    outcome(docx(f"<w:document {W}>".encode() + f"<{tag}>".encode() * 100_000), DOCX)


def test_a_word_document_of_two_million_empty_paragraphs():
    outcome(
        docx(f"<w:document {W}>".encode() + b"<w:p/>" * 2_000_000 + b"<w:p><w:t>x</w:t></w:p></w:document>"),
        DOCX,
    )


def test_pdf_page_tree_in_a_circle():
    outcome(pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"), PDF)


def test_pdf_with_one_page_a_million_times():
    kids = b"3 0 R " * 90_000
    outcome(
        pdf(CATALOG, b"<</Type/Pages/Kids[" + kids + b"]/Count 90000>>", b"<</Type/Page/Parent 2 0 R>>"), PDF
    )


def test_pdf_forms_that_draw_themselves():
    form = stream(
        b"/F Do /F Do", b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</F 5 0 R>>>>"
    )
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>"
    outcome(pdf(CATALOG, PAGES, page, stream(b"/F Do"), form), PDF)


def test_pdf_references_in_a_circle():
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
    outcome(pdf(CATALOG, PAGES, page, b"5 0 R", b"4 0 R"), PDF)
    outcome(pdf(CATALOG, PAGES, page, stream(b"BT (x) Tj ET", b"/Filter 4 0 R")), PDF)


def test_pdf_that_unpacks_to_a_hundred_megabytes():
    packed = zlib.compress(b"BT (x) Tj ET " * 8_000_000, 9)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
    outcome(pdf(CATALOG, PAGES, page, stream(packed, b"/Filter/FlateDecode")), PDF)


def test_pdf_with_a_million_operators():
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F " + font + b">>>>>>"
    )
    outcome(pdf(CATALOG, PAGES, page, stream(b"BT /F 9 Tf " + b"(word) Tj 0 -9 Td " * 300_000 + b"ET")), PDF)


@pytest.mark.slow
def test_pdf_with_pages_that_share_a_long_content():
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 3 0 R/Resources<</Font<</F " + font + b">>>>>>"
    )
    kids = b" ".join(b"%d 0 R" % number for number in range(4, 1004))
    pages = b"<</Type/Pages/Kids[" + kids + b"]/Count 1000>>"
    content = stream(b"BT /F 9 Tf " + b"0 0 1 1 re f " * 60_000 + b"(x) Tj ET")
    # As long as a report of two thousand ordinary pages takes: the limit must not refuse those.
    found = outcome(pdf(CATALOG, pages, content, *[page] * 1000), PDF, seconds=2 * SECONDS)
    assert found == "the PDF has more than 700000 drawing operators; save it in parts"


def test_pdf_with_deep_arrays():
    outcome(pdf(b"[" * 100_000), PDF)
    outcome(pdf(CATALOG + b"<<" * 100_000), PDF)
