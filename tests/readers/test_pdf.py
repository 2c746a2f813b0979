from __future__ import annotations

import re
from io import BytesIO

import pypdf
import pytest
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    ListFlowable,
    ListItem,
    PageTemplate,
    Paragraph,
    Table,
)

from citebound.errors import EncryptedError, NoTextError, UnreadableError
from citebound_hooks.readers.pdf.hyphenation import joint, words_of
from citebound_hooks.readers.pdf.lines import PdfLine
from citebound_hooks.readers.pdf.running import running_lines

PDF = "application/pdf"
LABELS = [("Publisher", "Lake Basin Monitor"), ("Date", "7 March 2017")]
BODY = [
    "The council of Tarbo met on Monday to discuss the attack on the two lorries. A spokes-",
    "person for the Northern Front denied any part in it and accused the gendarmerie of anti-",
    "government propaganda. The gendarmerie rejected that on the evening of the same day.",
]
JOINED = (
    "The council of Tarbo met on Monday to discuss the attack on the two lorries. A spokesperson for the Northern "
    "Front denied any part in it and accused the gendarmerie of anti-government propaganda. The gendarmerie rejected "
    "that on the evening of the same day."
)


def test_lines_are_joined_and_words_made_whole(read, pdf, blocks_of):
    document = read(pdf(BODY), PDF)
    assert blocks_of(document) == [["paragraph", JOINED]]


def test_headings_paragraphs_rows_and_items(read, pdf, blocks_of):
    page = [
        (72, 760, "Convoy attacked near Tarbo", 20),
        (72, 730, "Publisher", 11), (200, 730, "Lake Basin Monitor", 11),
        (72, 716, "Author", 11), (200, 716, "Ines Okafor", 11),
        (72, 690, "What happened", 14),
        (72, 670, BODY[0], 11), (72, 656, BODY[1], 11), (72, 642, BODY[2], 11),
        (72, 620, "The road is closed.", 11),
        (72, 600, "• one", 11), (72, 586, "• two", 11),
    ]  # fmt: skip
    assert blocks_of(read(pdf(page), PDF)) == [
        ["heading", "Convoy attacked near Tarbo", 1],
        ["table-row", "Publisher\tLake Basin Monitor"],
        ["table-row", "Author\tInes Okafor"],
        ["heading", "What happened", 2],
        ["paragraph", JOINED],
        ["paragraph", "The road is closed."],
        ["list-item", "• one"],
        ["list-item", "• two"],
    ]


@pytest.mark.parametrize("first", [0, 1])
def test_a_note_in_the_margin_stands_behind_its_paragraph(read, pdf, blocks_of, first):
    prose = [(72, 670 - 14 * number, line, 11) for number, line in enumerate(BODY)]
    notes = [(480, prose[first][1], "See the map", 11), (480, prose[first + 1][1], "on page 4.", 11)]
    page = sorted([*prose, *notes], key=lambda line: (-line[1], line[0]))
    assert blocks_of(read(pdf(page), PDF)) == [["paragraph", JOINED], ["paragraph", "See the map on page 4."]]


def test_pages_keep_their_places_and_running_lines_stand_once(read, pdf, blocks_of):
    pages = [
        [
            (72, 810, "Lake Basin Monitor", 9),
            (280, 30, f"Page {number} of 3", 9),
            (72, 700, f"Finding {word}.", 11),
        ]
        for number, word in enumerate(["one", "two", "three"], 1)
    ]
    document = read(pdf(*pages), PDF)
    assert blocks_of(document) == [
        ["boilerplate", "Lake Basin Monitor"],
        ["boilerplate", "Page 1 of 3"],
        ["paragraph", "Finding one."],
        ["paragraph", "Finding two."],
        ["paragraph", "Finding three."],
    ]
    assert document.pages == (0, document.text.index("Finding two"), document.text.index("Finding three"))
    at = document.text.index("three")
    assert document.span(at, at + 5).page == 3


def test_a_paragraph_goes_on_over_the_page(read, pdf, blocks_of):
    lower = [(72, 700 - 14 * number, line, 11) for number, line in enumerate(BODY[1:])]
    document = read(pdf(["What follows is long.", (72, 100, BODY[0], 11)], lower), PDF)
    assert blocks_of(document)[-1] == ["paragraph", JOINED]
    assert document.pages == (0, document.text.index("person for the Northern"))


@pytest.mark.parametrize(
    ("pages", "starts"),
    [
        ([["One."], ["Two."]], ["One.", "Two."]),
        ([[], ["Two."]], ["Two.", "Two."]),
        ([["One."], [], ["Three."]], ["One.", "Three.", "Three."]),
        ([["One."], []], ["One.", ""]),
    ],
    ids=["two", "first-empty", "middle-empty", "last-empty"],
)
def test_where_pages_begin(read, pdf, pages, starts):
    document = read(pdf(*pages), PDF)
    assert [document.text[start:].split("\n")[0] for start in document.pages] == starts
    assert document.text == document.text.strip()


def test_properties(read, pdf):
    document = read(pdf(BODY, title="Convoy attacked", author="Ines Okafor"), PDF)
    found = {item.name: (item.value, item.locator) for item in document.metadata}
    assert found["pdf:title"] == ("Convoy attacked", "/Title")
    assert found["pdf:author"] == ("Ines Okafor", "/Author")
    assert found["pdf:creationdate"][0].startswith("D:2000")


XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:RDF>
<rdf:Description xmp:CreateDate="2017-03-07"><dc:title><rdf:Alt><rdf:li>Convoy</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Ines Okafor</rdf:li><rdf:li>Jo Ba</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def with_catalog(content, **entries):
    writer = pypdf.PdfWriter(clone_from=BytesIO(content))
    for key, value in entries.items():
        writer.root_object[NameObject(f"/{key}")] = value
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def stream(data: str) -> StreamObject:
    made = StreamObject()
    made.set_data(data.encode())
    return made


def test_xmp_and_language(read, pdf):
    document = read(with_catalog(pdf(BODY), Metadata=stream(XMP), Lang=TextStringObject("en-GB")), PDF)
    assert [
        (item.name, item.value, item.locator) for item in document.metadata if item.name.startswith("xmp")
    ] == [
        ("xmp:xmp:createdate", "2017-03-07", "xmp/xmp:CreateDate"),
        ("xmp:dc:title", "Convoy", "xmp/dc:title"),
        ("xmp:dc:creator", "Ines Okafor", "xmp/dc:creator[1]"),
        ("xmp:dc:creator", "Jo Ba", "xmp/dc:creator[2]"),
    ]
    assert document.language == "en-GB"


@pytest.mark.parametrize("packet", ["<x", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'])
def test_broken_properties_do_not_lose_the_text(read, pdf, packet):
    document = read(with_catalog(pdf(BODY), Metadata=stream(packet)), PDF)
    assert document.text == JOINED
    assert document.notes == ("the properties of the PDF cannot be read wholly (UnreadableError)",)


def test_an_empty_password_is_none(read, encrypted):
    assert read(encrypted(""), PDF).text == "The council met on 4 March."


def test_pages_without_text_are_told(read, pdf):
    assert read(pdf(BODY, [], []), PDF).notes == ("2 of 3 pages hold no text",)


def test_a_page_that_cannot_be_read_is_told(read, pdf):
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf(BODY, BODY)))
    writer.pages[0][NameObject("/Contents")] = NumberObject(3)
    made = BytesIO()
    writer.write(made)
    document = read(made.getvalue(), PDF)
    assert JOINED in document.text
    assert "page" in document.notes[0]


def symbolic(share: int) -> bytes:
    """A PDF with a font that maps every letter x to a character for private use."""
    cmap = "beginbfchar <78> <E001> endbfchar"
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Own"),
            NameObject("/ToUnicode"): stream(f"/CIDInit begincmap 1 {cmap} endcmap"),
        }
    )
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(300, 300)
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F"): font})}
    )
    page[NameObject("/Contents")] = stream(f"BT /F 9 Tf 10 100 Td ({'x' * share}{'a' * (100 - share)}) Tj ET")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def test_fonts_that_do_not_say_which_letters_they_show(read):
    assert read(symbolic(0), PDF).notes == ()
    assert "3 characters have no meaning" in read(symbolic(3), PDF).notes[0]
    with pytest.raises(NoTextError, match="which letters"):
        read(symbolic(60), PDF)


def test_a_wrong_password_a_scan_a_cut_file(read, pdf, encrypted):
    whole = pdf(BODY)
    for content, error, says in [
        (encrypted("secret"), EncryptedError, "needs a password"),
        (pdf([], []), NoTextError, "a scan"),
        (whole[: len(whole) // 2], UnreadableError, "cut off"),
        (whole + b"\n12 0 obj\n<<" + b" " * 5000, UnreadableError, "cut off"),
        (b"no PDF", UnreadableError, "not a PDF"),
        (b"%PDF-1.4\n%%EOF", UnreadableError, "damaged"),
    ]:
        with pytest.raises(error, match=says) as told:
            read(content, PDF)
        assert "\n" not in str(told.value)


def test_every_damage_ends_in_a_document_or_one_line(read, pdf):
    whole = pdf(BODY)
    lines = []
    for place in range(0, len(whole), 37):
        for damage in (b"\0", b"<<", b"99999999 ", b"]"):
            try:
                read(whole[:place] + damage + whole[place + len(damage) :], PDF)
            except UnreadableError as error:
                lines.append(str(error))
    assert lines
    assert not any("\n" in line for line in lines)


@pytest.mark.parametrize(
    ("before", "after", "known", "whole"),
    [
        ("the spokes-", "person said", "", "the spokesperson said"),
        ("an anti-", "government march", "", "an anti-government march"),
        ("an anti-", "government march", "antigovernment", "an antigovernment march"),
        ("the cease-", "fire held", "a cease-fire", "the cease-fire held"),
        ("led by al-", "Qaeda", "", "led by al-Qaeda"),
        ("in 2010-", "2012", "", "in 2010-2012"),
        ("the spokes\u00ad", "person", "", "the spokesperson"),
        ("a pause -", "then fire", "", "a pause - then fire"),
        ("the road", "to Tarbo", "", "the road to Tarbo"),
        ("2-", "year plan", "", "2-year plan"),
    ],
)
def test_hyphenation(before, after, known, whole):
    dropped, between = joint(before, after, words_of([known]))
    assert before[: len(before) - dropped] + between + after == whole


def test_running_lines_need_margin_and_repetition():
    def line(text, y, *, margin=True):
        return PdfLine(text, 72, y, 9, False, False, margin)

    page = [
        line("Monitor 3", 811),
        line("Monitor 3", 400, margin=False),
        line("12", 300, margin=False),
        line("17", 30),
    ]
    other = [line("Monitor 4", 812), line("Only here", 30)]
    assert running_lines([page, other]) == [{0, 3}, {0}]
    assert running_lines([page]) == [{3}]
    assert running_lines([[line("17", 30)]]) == [set()]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("17", True),
        ("- 17 -", True),
        ("Page 3 of 12", True),
        ("Seite 3", True),
        ("3/12", True),
        ("xii", True),
        ("2016", True),
        ("17 dead", False),
        ("20165", False),
    ],
)
def test_page_numbers(line, is_one):
    text = PdfLine("Two lorries were burnt.", 72, 400, 11, False, False, False)
    number = PdfLine(line, 280, 60, 11, False, False, False)
    assert running_lines([[text, number]]) == [{1} if is_one else set()]


def test_contents_are_boilerplate(read, pdf, blocks_of):
    page = [
        "Two lorries were burnt on the road to Tarbo, the council said on Monday evening",
        "1 Why . . . . . . . 2",
    ]
    assert blocks_of(read(pdf([*page, "1.1 How . . . . . . . 3"]), PDF)) == [
        ["paragraph", page[0]],
        ["boilerplate", page[1]],
        ["boilerplate", "1.1 How . . . . . . . 3"],
    ]


def test_columns_labels_and_footnote_numbers(read, blocks_of):
    """What real layouts have: two narrow columns, bold labels, raised numbers, hanging bullets, a table."""
    made = BytesIO()
    body = "Two <b>lorries</b> were burnt on 4 March 2016<super>1</super> near <i>Tarbo</i>, according to the council. "
    body += "A spokesperson for the Northern Front denied any part in it and accused the gendarmerie of misconduct."
    style = ParagraphStyle("body", fontSize=10, leading=12, spaceAfter=6)
    story = [Paragraph(body, style) for _ in range(9)]
    story += [Paragraph(f"<b>{label}:</b> {value}", ParagraphStyle("label")) for label, value in LABELS]
    story += [
        ListFlowable([ListItem(Paragraph(body, style))], bulletType="bullet"),
        Table([["Tarbo", "3"], ["Missani", "0"]]),
    ]
    template = PageTemplate(frames=[Frame(50, 50, 240, 500), Frame(305, 50, 240, 500)])
    BaseDocTemplate(made, pageTemplates=[template], invariant=True).build(story)
    found = blocks_of(read(made.getvalue(), PDF))
    text = re.sub("<[^>]+>", "", body).replace("20161", "2016¹")
    assert found[:9] == [["paragraph", text]] * 9
    assert found[9:11] == [["paragraph", f"{label}: {value}"] for label, value in LABELS]
    assert found[11:] == [["list-item", f"• {text}"], ["table-row", "Tarbo\t3"], ["table-row", "Missani\t0"]]


def test_the_limits_are_those_of_the_installed_library(read, pdf, monkeypatch):
    from citebound_hooks.readers.pdf import opening

    monkeypatch.setitem(opening._LIMITS, "a_limit_of_another_version", 1)
    assert read(pdf(BODY), PDF).text == JOINED
    with opening.limited():
        assert pypdf.get_configuration().page_tree_maximum_depth == 50
    assert pypdf.get_configuration().page_tree_maximum_depth > 50
    monkeypatch.delattr(pypdf, "apply_configuration")
    assert read(pdf(BODY), PDF).text == JOINED
