"""The Word document: read back with python-docx, it has the words of the PDF under real styles and headings."""

import json
import re
import sys
import zipfile
from base64 import b64decode
from datetime import datetime
from functools import partial
from io import BytesIO
from itertools import pairwise

import docx
import msgspec
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from citebound.errors import ConfigurationError, UsageError
from citebound.formats import OutputContext
from citebound.model import Extraction, Field, Handling, Original, SourceRecord
from citebound.redaction.masking import masked
from citebound_hooks.briefing.docx.blocks import BlockWriter
from citebound_hooks.briefing.docx.links import Links, address_of
from citebound_hooks.briefing.docx.paragraphs import Paragraphs
from citebound_hooks.briefing.docx.styles import StyleBook
from citebound_hooks.briefing.forms import forms
from citebound_hooks.briefing.manuscript.writing import write_manuscript
from citebound_hooks.briefing.rendering import render as render_in
from citebound_hooks.briefing.template.folder import load_folder
from citebound_hooks.briefing.template.vocabulary import RNG, SCHEMA

render = partial(render_in, form="docx")


@pytest.fixture(scope="module")
def content(briefing, template):
    return render(briefing, template)


@pytest.fixture(scope="module")
def document(content):
    return docx.Document(BytesIO(content))


def read(content):
    return docx.Document(BytesIO(content))


def paragraphs(document):
    """All paragraphs in the order of the file, those of tables too."""
    for node in document.element.body.iter(qn("w:p")):
        yield docx.text.paragraph.Paragraph(node, document)


def shown(document):
    return " ".join(" ".join(paragraph.text for paragraph in paragraphs(document)).split())


def folded(words):
    return " ".join(words.split())


def with_fields(briefing, **fields):
    changed = msgspec.structs.replace(briefing.record.fields, **fields)
    return msgspec.structs.replace(briefing, record=msgspec.structs.replace(briefing.record, fields=changed))


def test_every_quotation_stands_word_for_word(document, briefing):
    text = shown(document)
    extraction, fields = briefing.extraction, briefing.record.fields
    spans = [sentence.span for sentence in extraction.summary]
    spans += [part for claim in extraction.claims for part in (claim.sentence, *claim.content, *claim.hedges)]
    assert len(spans) > 10
    for said in [*(span.exact for span in spans), fields.disclaimer.raw, fields.title.raw]:
        assert folded(said) in text


def test_the_disclaimer_is_whole_and_nothing_was_cut(briefing, template):
    long = " ".join(f"No warranty of kind {number} is given." for number in range(600))
    text = shown(read(render(with_fields(briefing, disclaimer=Field(long, long, None, "test")), template)))
    assert f"Disclaimer, word for word: “{long}”" in text
    assert "still to come" not in text


def test_headings_are_headings_and_descend_step_by_step(document):
    headed = [p for p in paragraphs(document) if p.style.name.startswith("Heading")]
    levels = [int(p.style.name[8]) for p in headed]
    assert headed[0].text == "Velia: River Front Splits over Harbour Talks"
    assert levels.count(1) == 1
    assert {"Attribution", "Actors", "Who says what", "Annex", "Quoted sentences"} <= {p.text for p in headed}
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_styles_are_named_for_what_they_are(document):
    used = {paragraph.style.name for paragraph in paragraphs(document)}
    assert {"Quotation", "Disclaimer", "Cell", "Sentence", "Note", "Legend"} <= used
    inside = {run.style.name for paragraph in paragraphs(document) for run in paragraph.runs if run.style}
    assert {"Ours", "Marker"} <= inside | {
        node.get(qn("w:val")) for node in document.element.body.iter(qn("w:rStyle"))
    }


def test_no_two_styles_have_one_name(template, tmp_path, briefing):
    house = tmp_path / "house"
    house.mkdir()
    (house / "style.toml").write_text('extends = "briefing"\n[inlines.paragraph]\nweight = "italic"\n')
    (house / "briefing.xml.j2").write_text(
        '<briefing xml:lang="en" title="t" about="t"><body><page><paragraph role="paragraph">'
        'a <style name="paragraph">b</style></paragraph></page></body></briefing>'
    )
    made = read(render(briefing, house))
    ids = [style.style_id for style in made.styles]
    assert len(ids) == len(set(ids))
    names = [style.name.lower() for style in made.styles]
    assert len(names) == len(set(names))


def test_the_three_voices_are_told_apart_in_words_and_in_type(document):
    (own,) = [p for p in paragraphs(document) if p.text.startswith("The source’s own assessment: “")][:1]
    label = own.runs[0]
    assert label.text == "The source’s own assessment:"
    assert label.style.name == "Ours"
    assert label.style.font.name != own.style.font.name


def test_tables_have_heads_that_are_repeated_and_a_name(document):
    assert len(document.tables) >= 6
    claims = next(table for table in document.tables if table.rows[0].cells[0].text.startswith("Speaker"))
    assert claims._tbl.tr_lst[0].find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
    (caption,) = claims._tbl.iter(qn("w:tblCaption"))
    assert caption.get(qn("w:val")) == "Who says what"
    assert all(len(row.cells) == 3 for row in claims.rows)
    assert all(cell.find(qn("w:p")) is not None for cell in document.element.body.iter(qn("w:tc")))


def test_claims_lead_to_numbered_sentences_and_back(document):
    places = [node.get(qn("w:name")) for node in document.element.body.iter(qn("w:bookmarkStart"))]
    assert len(places) == len(set(places))
    leads = {node.get(qn("w:anchor")) for node in document.element.body.iter(qn("w:hyperlink"))} - {None}
    assert len(leads) > 10
    assert leads <= set(places)
    assert {"s1", "C1", "K1"} <= leads
    first = next(p for p in paragraphs(document) if p.style.name == "Sentence")
    assert first.text.startswith("[1]\t“")


def test_addresses_are_links_of_the_package(document, briefing):
    external = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    assert external == [briefing.record.fields.url.value]


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://library.example/ä b", "https://library.example/%C3%A4%20b"),
        ("https://library.example/[x]", "https://library.example/%5Bx%5D"),
        ("mailto:desk@library.example", "mailto:desk@library.example"),
        ("https://library.example:port/", None),
        ("https://", None),
        ("https://library.example/" + "a" * 2000, None),
    ],
)
def test_an_address_that_word_cannot_read_is_no_link(target, address):
    assert address_of(target) == address


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "https://x.example/" + "a" * 3000]
)
def test_other_addresses_stay_words(briefing, template, address):
    made = read(render(with_fields(briefing, url=Field(address, address, None, "test")), template))
    assert address in shown(made)
    assert not [rel for rel in made.part.rels.values() if rel.is_external]


def test_names_of_places_are_short_and_differ():
    links = Links(docx.Document())
    names = [links.name(each) for each in ("a-b", "a_b", "a.b", "x" * 60, "x" * 61, "7", "a-b")]
    assert names == ["a_b", "a_b_2", "a_b_3", "x" * 40, "x" * 38 + "_2", "b7", "a_b"]


def test_the_file_says_what_it_is(document, briefing):
    core = document.core_properties
    assert core.title == "Briefing on Velia: River Front Splits over Harbour Talks"
    assert core.author == "Meridian Institute"
    assert core.language == "en"
    assert core.created.replace(tzinfo=None) == core.modified.replace(tzinfo=None) == datetime(2020, 2, 1)
    assert "python-docx" not in f"{core.author}{core.comments}{core.last_modified_by}"


def test_the_language_is_that_of_the_words(briefing, template):
    made = read(render(briefing, template, language="fr"))
    (defaults,) = made.styles.element.iter(qn("w:rPrDefault"))
    assert [node.get(qn("w:val")) for node in defaults.iter(qn("w:lang"))] == ["fr"]
    assert {node.get(qn("w:val")) for node in made.element.body.iter(qn("w:lang"))} == {"en"}


@pytest.mark.parametrize(("language", "kind"), [("fr", "val"), ("zh-Hant", "eastAsia"), ("ja", "eastAsia")])
def test_a_quotation_in_another_language_says_so(briefing, template, language, kind):
    document = msgspec.structs.replace(briefing.record.document, language=language)
    other = msgspec.structs.replace(
        briefing, record=msgspec.structs.replace(briefing.record, document=document)
    )
    told = list(read(render(other, template)).element.body.iter(qn("w:lang")))
    assert told
    assert {tuple(node.attrib.items()) for node in told} == {((qn(f"w:{kind}"), language),)}


def test_five_hundred_claims_have_five_hundred_rows(briefing, template):
    claims = tuple(
        msgspec.structs.replace(briefing.extraction.claims[at % 5], id=f"C{at + 1}", contested_by=())
        for at in range(500)
    )
    extraction = msgspec.structs.replace(briefing.extraction, claims=claims)
    made = read(render(msgspec.structs.replace(briefing, extraction=extraction), template))
    places = {node.get(qn("w:name")) for node in made.element.body.iter(qn("w:bookmarkStart"))}
    assert {f"C{at}" for at in range(1, 501)} <= places


def test_pages_are_numbered_and_marked(briefing, template):
    record = msgspec.structs.replace(briefing.record, handling=Handling(marking="OFFICE USE"))
    (section,) = read(render(msgspec.structs.replace(briefing, record=record), template)).sections
    assert section.different_first_page_header_footer
    for footer in (section.footer, section.first_page_footer):
        fields = [node.get(qn("w:instr")).strip() for node in footer._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert footer.paragraphs[-1].text == "OFFICE USE"
    for header in (section.header, section.first_page_header):
        assert header.paragraphs[0].text == "OFFICE USE"
    assert section.header.paragraphs[1].text == "Velia: River Front Splits over Harbour Talks\tBriefing"
    assert section.first_page_header.paragraphs[1].text == "Briefing"


def attached(content):
    with zipfile.ZipFile(BytesIO(content)) as package:
        roots = [
            etree.fromstring(package.read(name))
            for name in package.namelist()
            if name.startswith("customXml/item")
        ]
    return {root.get("name"): root.text for root in roots if root.get("name")}


def test_the_data_are_those_of_the_pdf(content, briefing, template):
    parts = attached(content)
    expected = write_manuscript(briefing, template).attachments
    assert {name: json.loads(text) for name, text in parts.items()} == {
        each.name: json.loads(each.content) for each in expected
    }
    assert msgspec.json.decode(parts["source-record.json"], type=SourceRecord) == briefing.record
    assert msgspec.json.decode(parts["extraction.json"], type=Extraction) == masked(briefing).extraction


def test_the_original_goes_along_as_it_is(briefing, template):
    original = Original(content=b"\x00\xff<odd>&", media_type="text/plain")
    content = render(msgspec.structs.replace(briefing, original=original), template)
    assert b64decode(attached(content)["original.txt"]) == original.content


def test_what_ties_it_to_its_source_stands_in_its_properties(content, briefing):
    with zipfile.ZipFile(BytesIO(content)) as package:
        custom = etree.fromstring(package.read("docProps/custom.xml"))
    values = {each.get("name"): each[0].text for each in custom}
    assert values["sourceSHA256"] == briefing.record.document.sha256
    assert len(values["extractionSHA256"]) == 64


def test_figures_are_lists_and_tables(document):
    chain = next(table for table in document.tables if table.rows[0].cells[0].text == "Said by")
    assert [cell.text for cell in chain.rows[0].cells][-2:] == ["Published by", "Republished by"]
    assert chain.rows[1].cells[-1].text == chain.rows[2].cells[-1].text == "Harbour Library"
    assert "3 May 2019" in [paragraph.text for paragraph in paragraphs(document)]


def test_arabic_runs_from_right_to_left(briefing, template):
    title = "تقرير عن ميناء المدينة"
    made = read(render(with_fields(briefing, title=Field(title, title, None, "test")), template))
    heading = next(p for p in paragraphs(made) if p.style.name == "Heading 1")
    assert heading.text == title
    assert heading._p.pPr.find(qn("w:bidi")) is not None
    assert all(run.font.rtl for run in heading.runs)


@pytest.mark.parametrize("name", ["briefing", "full", "one-page"])
def test_every_template_gives_a_document(briefing, template, name):
    made = read(render(briefing, template.parent / name))
    assert briefing.record.fields.title.value in shown(made)


def test_an_empty_extraction_says_what_it_lacks(report, briefing, template):
    bare = msgspec.structs.replace(
        briefing, record=report.record(), extraction=report.extraction(), findings=()
    )
    text = shown(read(render(bare, template)))
    assert "No sentence of the source could be selected" in text
    assert "The page carries no disclaimer." in text


def test_all_blocks_of_the_vocabulary_are_written(template):
    document, types = docx.Document(), load_folder(template).types
    book = StyleBook(document, types.style)
    writer = BlockWriter(Paragraphs(types, book, Links(document)), book.table(), "1")
    grammar = etree.parse(str(SCHEMA)).getroot()
    (blocks,) = [each for each in grammar.iter(f"{RNG}define") if each.get("name") == "blocks"]
    assert set(writer.written) == {each.get("name") for each in blocks.iter(f"{RNG}ref")} - {
        "cut",
        "overflow",
    }


def test_a_role_without_a_style_is_told(briefing, template, tmp_path):
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "style.toml").write_text('extends = "briefing"\n')
    (folder / "briefing.xml.j2").write_text(
        '<briefing xml:lang="en" title="t" about="t"><body><page>'
        '<paragraph role="odd">x</paragraph></page></body></briefing>'
    )
    with pytest.raises(ConfigurationError, match=r"types has no 'odd'"):
        render(briefing, folder)


def test_the_same_bytes_again_with_a_fixed_time(briefing, template, content):
    assert render(briefing, template) == content
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2020, 2, 1, 0, 0, 0)}
        assert not [name for name in package.namelist() if "thumbnail" in name]


def test_without_its_library_one_line_names_the_extra(briefing, template, monkeypatch):
    for name in [name for name in sys.modules if re.match(r"docx\b|citebound_hooks\.briefing\.docx\b", name)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    (form,) = [form for form in forms() if form.name == "docx"]
    with pytest.raises(UsageError, match=r"needs the library docx, .*: pip install 'citebound\[docx\]'"):
        form.write(briefing, OutputContext(template=template))


@settings(max_examples=20, deadline=None)
@given(
    words=st.text(st.characters(codec="utf-8"), max_size=200),
    more=st.text(st.characters(codec="utf-8"), max_size=300),
)
def test_whatever_the_record_says_it_can_be_opened(briefing, template, words, more):
    fields = {name: Field(words, words, None, "test") for name in ("title", "publisher", "symbol", "url")}
    read(render(with_fields(briefing, **fields, disclaimer=Field(more, more, None, "t")), template))
