"""Scripts: Latin, Greek, Cyrillic, Arabic, Hebrew; shaped, in their own direction, and never an empty box."""

from io import BytesIO

import msgspec
import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream, TextStringObject

from citebound.model import Actor, Field, SummarySentence
from citebound_hooks.briefing.rendering import render

replace = msgspec.structs.replace
SENTENCES = {
    "Greek": "Ο εκπρόσωπος του λιμανιού δήλωσε ότι οι συνομιλίες αρχίζουν τη Δευτέρα.",
    "Cyrillic": "Представитель порта заявил, что переговоры начнутся в понедельник.",
    "Vietnamese": "Người phát ngôn của cảng nói rằng cuộc đàm phán bắt đầu vào thứ Hai.",
    "Turkish": "Liman sözcüsü görüşmelerin pazartesi günü başlayacağını söyledi.",
    "Hebrew": "דובר הנמל אמר כי השיחות ייפתחו ביום שני",
    "Arabic": "قال متحدث باسم مرفق سارن في يوم خميس",
}


def briefed(briefing, report_type, sentence, title=None):
    report = report_type(sentence, "und")
    span = report.span(sentence)
    name = Field(title or sentence, title or sentence, None, "test")
    extraction = report.extraction(
        summary=(SummarySentence(span=span, rule="test"),),
        actors=(Actor(id="A1", name=title or sentence, type="unknown", mentions=(span,), rule="test"),),
    )
    record = replace(briefing.record, fields=replace(briefing.record.fields, title=name))
    return replace(briefing, record=record, extraction=extraction)


def pages_of(data):
    return PdfReader(BytesIO(data)).pages


@pytest.mark.parametrize("script", SENTENCES)
def test_every_script_can_be_read_back(briefing, template, report, script):
    sentence = SENTENCES[script]
    first = " ".join(
        pages_of(render(briefed(briefing, type(report), sentence), template))[0].extract_text().split()
    )
    assert first.count(sentence) >= 2, "as the title, and as the bottom line"


def glyphs(page):
    """The numbers of all glyphs that a page shows."""
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator == b"TJ":
            for part in operands[0]:
                if isinstance(part, (bytes, TextStringObject)):
                    codes = part if isinstance(part, bytes) else part.original_bytes
                    yield from (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))


@pytest.mark.parametrize(
    "words", [*SENTENCES.values(), "漢字 ไทย 😀 \u0378 \ue000 \u202e x \u0000", "नमस्ते ꙮ ᚠ"]
)
def test_no_empty_box_is_ever_shown(briefing, template, report, words):
    for page in pages_of(render(briefed(briefing, type(report), words), template)):
        numbers = list(glyphs(page))
        assert numbers
        assert 0 not in numbers


def test_what_cannot_be_shown_is_shown_by_its_number(briefing, template, report):
    data = render(briefed(briefing, type(report), "The sign አ stood on the pier."), template)
    assert "[U+12A0]" in pages_of(data)[0].extract_text()


def test_a_right_to_left_title_stands_at_the_right(briefing, template, report):
    places = {}
    data = render(briefed(briefing, type(report), SENTENCES["Hebrew"], SENTENCES["Hebrew"]), template)

    def visit(text, _, matrix, font, size):
        if "דובר" in text:
            places.setdefault(round(matrix[5]), matrix[4])

    pages_of(data)[0].extract_text(visitor_text=visit)
    assert max(places.values()) > 150, "not at the left margin"


def test_the_tree_reads_a_mixed_paragraph_in_its_logical_order(briefing, template, report):
    pdf = PdfReader(BytesIO(render(briefed(briefing, type(report), SENTENCES["Arabic"]), template)))

    def tags(node):
        node = node.get_object()
        if isinstance(node, dict) and "/S" in node:
            yield node["/S"]
            for kid in node["/K"]:
                yield from tags(kid)

    found = list(tags(pdf.trailer["/Root"]["/StructTreeRoot"]["/K"][0]))
    quote = found.index("/Quote", found.index("/Quote") + 1)
    assert found[quote + 1] == "/Link", "the quotation first, then the link to its sentence"


def test_a_name_does_not_turn_our_sentence_round(briefing, template, report):
    name = Field("وكالة أنباء مرفق سارن للأخبار", "وكالة أنباء مرفق سارن للأخبار", None, "test")
    fields = replace(briefing.record.fields, publisher=name)
    pdf = render(replace(briefing, record=replace(briefing.record, fields=fields)), template)
    places = {}
    pages_of(pdf)[0].extract_text(
        visitor_text=lambda text, _, at, font, size: places.setdefault(text.strip(), at[4])
    )
    assert places["Published by"] == pytest.approx(170.14)


@pytest.mark.parametrize("script", ["Hebrew", "Arabic"])
def test_who_reads_by_the_tree_hears_right_to_left_words_in_their_order(briefing, template, report, script):
    sentence = SENTENCES[script]
    pdf = PdfReader(BytesIO(render(briefed(briefing, type(report), sentence), template)))

    def spoken(node):
        node = node.get_object()
        if isinstance(node, dict) and "/S" in node:
            yield node["/S"], node.get("/ActualText")
            for kid in node["/K"]:
                yield from spoken(kid)

    found = list(spoken(pdf.trailer["/Root"]["/StructTreeRoot"]["/K"][0]))
    assert ("/H1", sentence) in found
    assert ("/Quote", f"“{sentence}”") in found
    assert not [tag for tag, words in found if words and tag in {"/Sect", "/Table", "/TR"}]
