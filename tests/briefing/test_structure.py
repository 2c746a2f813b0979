"""The structure tree: everything on a page is either part of it or an artifact, in the order of reading."""

from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise

import pytest
from lxml import etree
from pypdf import PdfReader
from pypdf.generic import ContentStream

from citebound_hooks.briefing.manuscript.metadata import Metadata
from citebound_hooks.briefing.pdf.colour_profile import srgb_profile
from citebound_hooks.briefing.pdf.fonts import to_unicode
from citebound_hooks.briefing.pdf.metadata import pdf_date, xmp
from citebound_hooks.briefing.pdf.numbers import number, text_string
from citebound_hooks.briefing.rendering import render


@pytest.fixture(scope="module")
def pdf(briefing, template):
    return PdfReader(BytesIO(render(briefing, template)))


def marks(pdf, page):
    """The marked content of a page, and whether anything is shown outside."""
    depth, numbers, loose = [], [], 0
    for operands, operator in ContentStream(page.get_contents(), pdf).operations:
        if operator in (b"BDC", b"BMC"):
            numbered = len(operands) > 1 and "/MCID" in operands[1]
            depth.append(operands[0])
            if numbered:
                numbers.append(operands[1]["/MCID"])
        elif operator == b"EMC":
            depth.pop()
        elif operator in (b"TJ", b"Tj", b"f", b"S") and not depth:
            loose += 1
    assert not depth, "each mark is closed"
    return numbers, loose


def test_nothing_stands_outside_marked_content(pdf):
    for page in pdf.pages:
        numbers, loose = marks(pdf, page)
        assert loose == 0
        assert sorted(numbers) == list(range(len(numbers)))


def test_every_mark_has_an_owner_and_every_owner_knows_it(pdf):
    tree = pdf.trailer["/Root"]["/StructTreeRoot"]
    numbers = tree["/ParentTree"]["/Nums"]
    owners = {numbers[at]: numbers[at + 1].get_object() for at in range(0, len(numbers), 2)}
    for page in pdf.pages:
        found, _ = marks(pdf, page)
        assert len(owners[page["/StructParents"]]) == len(found)
    links = [annotation.get_object() for page in pdf.pages for annotation in page.get("/Annots", [])]
    assert len(links) > 10
    for link in links:
        assert owners[link["/StructParent"]]["/S"] == "/Link"


def elements(node):
    node = node.get_object()
    if isinstance(node, dict) and "/S" in node:
        yield node
        for kid in node["/K"]:
            yield from elements(kid)


def test_headings_do_not_skip_a_level(pdf):
    tree = pdf.trailer["/Root"]["/StructTreeRoot"]
    levels = [
        int(node["/S"][2])
        for node in elements(tree["/K"][0])
        if node["/S"][1] == "H" and len(node["/S"]) == 3
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_header_cells_with_a_scope(pdf):
    tree = pdf.trailer["/Root"]["/StructTreeRoot"]
    tables = [node for node in elements(tree["/K"][0]) if node["/S"] == "/Table"]
    assert len(tables) >= 5
    for table in tables:
        rows = [kid.get_object() for kid in table["/K"]]
        widths = {len(row["/K"]) for row in rows}
        assert len(widths) == 1, "all rows have as many cells"
        heads = [cell.get_object() for row in rows for cell in row["/K"] if cell.get_object()["/S"] == "/TH"]
        assert heads
        assert all(cell["/A"]["/Scope"] in ("/Row", "/Column") for cell in heads)


def test_the_catalog_says_that_it_is_tagged_and_in_which_language(pdf):
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or str(root["/MarkInfo"]["/Marked"]) == "True"
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_the_metadata_claims_both_standards_and_names_the_source(pdf, briefing):
    packet = pdf.trailer["/Root"]["/Metadata"].get_data().decode()
    for part in (
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        f"<citebound:sourceSHA256>{briefing.record.document.sha256}</citebound:sourceSHA256>",
        "Briefing on Velia: River Front Splits over Harbour Talks",
    ):
        assert part in packet


def test_the_metadata_is_well_formed_whatever_the_record_says():
    odd = "A & B <c> \x00\x1f\ufffe\ud800 \U0001f600 ]]>"
    metadata = Metadata(
        title=odd, creator=odd, language="en", source=odd, tool=odd,
        when=datetime(987, 6, 5, tzinfo=UTC), provenance=(("digest", odd, "00"),),
    )  # fmt: skip
    packet = etree.fromstring(xmp(metadata))
    assert "A & B <c> " in "".join(packet.itertext())
    assert "0987-06-05T00:00:00Z" in "".join(packet.itertext())
    assert pdf_date(metadata) == "D:09870605000000Z"


def test_every_font_is_embedded_as_a_subset_with_its_meaning(pdf):
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():
            assert font["/BaseFont"][7] == "+"
            assert "/ToUnicode" in font
            assert "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"]


def test_a_to_unicode_map_has_short_blocks_and_no_empty_entry():
    written = to_unicode({glyph: chr(glyph + 64) for glyph in range(1, 251)} | {300: "\U0001f600"}).decode()
    assert [line for line in written.splitlines() if line.endswith("beginbfchar")] == [
        "100 beginbfchar", "100 beginbfchar", "51 beginbfchar",
    ]  # fmt: skip
    assert "<012C> <D83DDE00>" in written
    assert "<>" not in written


def test_the_colour_profile_is_whole():
    profile = srgb_profile()
    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert profile[36:40] == b"acsp"


@pytest.mark.parametrize(
    ("value", "text"),
    [(1, "1"), (0.5, "0.5"), (100, "100"), (-0.001, "0"), (-2.5, "-2.5"), (12.345678, "12.35"), (1e-9, "0")],
)
def test_numbers_are_short(value, text):
    assert number(value) == text


def test_text_strings_take_any_character():
    assert text_string("a\ud800") == "<FEFF0061003F>"
