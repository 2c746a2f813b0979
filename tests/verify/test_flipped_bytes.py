"""One flipped byte, wherever it is, is an error; in a part of the briefing the error names the part."""

from io import BytesIO

import pypdf
import pytest


def flipped(content, at):
    return content[:at] + bytes([content[at] ^ 0x01]) + content[at + 1 :]


def place(content, find):
    """The middle of the object that is found, or of its data if it has some."""
    reader = pypdf.PdfReader(BytesIO(content))
    start = reader.xref[0][find(reader).idnum]
    stream, end = content.find(b"stream\r\n", start), content.find(b"endobj", start)
    begin = stream + 8 if -1 < stream < end else content.index(b"<<", start)
    return (begin + content.find(b"endobj", begin)) // 2


def font(reader):
    return reader.pages[0]["/Resources"]["/Font"].raw_get("/F1")


def annotation(reader):
    return reader.pages[0]["/Annots"][0]


def attachment(reader):
    names = reader.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    return names[names.index("extraction.json") + 1].get_object()["/EF"].raw_get("/F")


KINDS = {
    "what a page shows": (lambda reader: reader.pages[1].raw_get("/Contents"), "Page 2"),
    "a page": (lambda reader: reader.pages[1].indirect_reference, ""),
    "a font": (font, ""),
    "the shapes of a font": (
        lambda reader: (
            font(reader)
            .get_object()["/DescendantFonts"][0]
            .get_object()["/FontDescriptor"]
            .raw_get("/FontFile2")
        ),
        "font SourceSerifPro-Semibold",
    ),
    "what letters mean": (lambda reader: font(reader).get_object().raw_get("/ToUnicode"), "font"),
    "a link": (annotation, ""),
    "an element of the structure": (
        lambda reader: reader.root_object["/StructTreeRoot"]["/K"][0],
        "",
    ),
    "the metadata": (lambda reader: reader.root_object.raw_get("/Metadata"), ""),
    "an attachment": (attachment, "extraction.json"),
    "the properties": (lambda reader: reader.trailer.raw_get("/Info"), ""),
    "the catalog": (lambda reader: reader.trailer.raw_get("/Root"), ""),
    "the outline": (lambda reader: reader.root_object.raw_get("/Outlines"), ""),
    "the colour profile": (
        lambda reader: reader.root_object["/OutputIntents"][0].raw_get("/DestOutputProfile"),
        "colour profile",
    ),
}


@pytest.mark.parametrize(("find", "words"), KINDS.values(), ids=KINDS)
def test_a_flipped_byte_is_named_in_each_kind_of_object(verify, briefing, find, words):
    code, found = verify(flipped(briefing, place(briefing, find)))
    assert code in (1, 3)
    assert any(words in message for _, message in found), found


@pytest.mark.parametrize("share", [number / 16 for number in range(16)])
def test_a_flipped_byte_is_an_error_wherever_it_is(verify, briefing, share):
    code, found = verify(flipped(briefing, int(len(briefing) * share)))
    assert code in (1, 3)
    assert found


HARMLESS = {
    "the version": lambda content: content.index(b"%PDF-1.7") + 7,
    "the table of objects": lambda content: content.rindex(b" 00000 n") - 1,
    "the identifier": lambda content: content.rindex(b"[<") + 5,
}


@pytest.mark.parametrize("find", HARMLESS.values(), ids=HARMLESS)
def test_a_flipped_byte_that_no_part_hangs_on_is_named_by_its_place(verify, briefing, find):
    code, found = verify(flipped(briefing, find(briefing)))
    assert code == 1
    assert any(rule == "BRF013" and f"byte {find(briefing)}" in message for rule, message in found), found
