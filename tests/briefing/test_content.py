"""What a briefing says: the source's words unchanged, our words apart, everything linked and attached."""

from io import BytesIO

import msgspec
import pytest
from pypdf import PdfReader

from citebound.model import Briefing, Incomplete
from citebound.redaction.masking import masked
from citebound_hooks.briefing.rendering import render


@pytest.fixture(scope="module")
def pdf(briefing, template):
    return PdfReader(BytesIO(render(briefing, template)))


@pytest.fixture(scope="module")
def pages(pdf):
    return [" ".join(page.extract_text().split()) for page in pdf.pages]


def test_the_first_page_carries_the_attribution_and_the_disclaimer_word_for_word(pages, briefing):
    fields = briefing.record.fields
    assert fields.title.value in pages[0]
    assert "Published by Meridian Institute, 20 May 2019." in pages[0]
    assert "Republished by Harbour Library, who is not its author, accessed 1 February 2020." in pages[0]
    assert f"“{fields.disclaimer.raw}”" in pages[0]


def test_the_bottom_line_is_the_first_two_sentences_of_the_summary(pages, briefing):
    first, second = (sentence.span.exact for sentence in briefing.extraction.summary[:2])
    assert f"“{first}” [1]" in pages[0]
    assert f"“{second}” [5]" in pages[0]


def test_the_three_voices_are_told_apart_in_words(pages):
    assert "On the word of River Front: “An attack" in pages[0]
    assert "The source’s own assessment: “The split" in pages[0]
    assert "Serif in quotation marks is the source" in pages[0]


def test_the_source_summary_counts_relays_once_and_self_citations_apart(pages):
    assert "Meridian Institute published the report, Harbour Library republished this copy." in pages[0]
    assert "The report cites 4 items from 2 outlets; they go back to 2 independent origins." in pages[0]
    assert "Sarne Post relays Radio Velia and does not count again." in pages[0]
    assert "One reference to the publisher’s own work is not counted." in pages[0]
    assert "One claim has a speaker without a name." in pages[0]
    assert "Not stated on the page: Publisher’s address." in pages[0]


def test_actors_stand_by_salience(pages):
    rows = ("River Front [1] armed group", "Ilya Maren [3] person", "Amna Derou [2]")
    places = [pages[0].index(row) for row in rows]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "words",
    [
        "River Front → Radio Velia → Sarne Post",
        "“An attack on the customs house of Port Sarne that killed four guards” [1]",
        "C1, claim of responsibility “claimed” contested: C3",
        "“Residents” “Residents reportedly fled to the hills on 7 May” [4]",
        "hedge: “reportedly”",
        "2019-05-03 “3 May” “An attack",
        "attack, place: “Port Sarne”, killed: 4",
        "CIT004 error, line 3 The cite-as line leaves out the author Tomas Bale.",
    ],
)
def test_the_second_page_has_claims_chronology_and_findings(pages, words):
    assert words in pages[1]


def test_a_contested_pair_stands_once(pages):
    assert pages[1].count("C1 / C3") == 1
    assert "C3 / C1" not in pages[1]


def test_every_quoted_sentence_stands_whole_in_the_annex(pages, briefing):
    annex = " ".join(pages[2:])
    assert len(briefing.extraction.claims) == 5
    for claim in briefing.extraction.claims:
        assert claim.sentence.exact in annex
        assert f"characters {claim.sentence.start}–{claim.sentence.end}" in annex


def test_the_annex_names_the_file_the_versions_and_the_use_of_ai(pages, briefing):
    annex = " ".join(pages[2:])
    assert briefing.record.document.sha256 in annex
    assert "citebound 0.1.0, rules 3" in annex
    assert "Use of AI None." in annex


def test_a_mark_of_the_source_does_not_touch_ours(pages):
    assert "“ “We hold the harbour and we will not leave it,” said" in " ".join(pages[2:])


def test_what_is_known_of_a_source_is_said_in_words(briefing, template):
    field = msgspec.structs.replace(briefing.record.fields.publisher, span=None, locator="profile:library")
    fields = msgspec.structs.replace(briefing.record.fields, publisher=field)
    known = msgspec.structs.replace(briefing, record=msgspec.structs.replace(briefing.record, fields=fields))
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(render(known, template))).pages)
    assert "known of this source" in text
    assert "profile:" not in text


def test_all_attachments_are_named_in_words(pages, pdf):
    assert pdf.attachments
    for name in pdf.attachments:
        assert name in " ".join(pages)


def test_pages_are_numbered(pages):
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page


def test_the_outline_leads_to_every_section(pdf):
    def titles(entries):
        for entry in entries:
            yield from titles(entry) if isinstance(entry, list) else [entry.title]

    found = list(titles(pdf.outline))
    assert found[0] == "Velia: River Front Splits over Harbour Talks"
    for title in (
        "Attribution",
        "Bottom line",
        "Actors",
        "Who says what",
        "Chronology",
        "Compliance",
        "Annex",
    ):
        assert title in found


def _links(page):
    return [annotation.get_object() for annotation in page.get("/Annots", [])]


def test_each_claim_links_to_its_sentence_and_back(pdf):
    targets = {
        link["/Contents"]: link["/Dest"][0].get_object() for link in _links(pdf.pages[1]) if "/Dest" in link
    }
    assert {f"Whole sentence {number} in the annex" for number in (1, 2, 3, 4, 6)} <= set(targets)
    annex = {page.indirect_reference.idnum for page in pdf.pages[2:]}
    assert {page.indirect_reference.idnum for page in targets.values() if page} & annex
    back = [link for page in pdf.pages[2:] for link in _links(page) if link["/Contents"] == "C3"]
    assert back
    assert back[0]["/Dest"][0].idnum == pdf.pages[1].indirect_reference.idnum


def test_the_address_is_a_link(pdf):
    addresses = [link["/A"]["/URI"] for page in pdf.pages for link in _links(page) if "/A" in link]
    assert addresses == ["https://library.example/velia?id=42"]


def _with_address(briefing, address):
    field = msgspec.structs.replace(briefing.record.fields.url, value=address, raw=address)
    fields = msgspec.structs.replace(briefing.record.fields, url=field)
    return msgspec.structs.replace(briefing, record=msgspec.structs.replace(briefing.record, fields=fields))


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.org/a%20b?c=d&e=(f)", "https://example.org/a%20b?c=d&e=(f)"),
        ("https://example.org/rivière", "https://example.org/rivi%C3%A8re"),
        ('https://example.org/"x"<y>\\', "https://example.org/%22x%22%3Cy%3E%5C"),
        ("HTTP://EXAMPLE.ORG/", "HTTP://EXAMPLE.ORG/"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
    ],
)
def test_addresses_lead_where_they_say(briefing, template, address, target):
    pdf = PdfReader(BytesIO(render(_with_address(briefing, address), template)))
    assert [link["/A"]["/URI"] for page in pdf.pages for link in _links(page) if "/A" in link] == [target]


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//x.example", "https://x.example/a b"],
)
def test_other_addresses_are_printed_but_lead_nowhere(briefing, template, address):
    pdf = PdfReader(BytesIO(render(_with_address(briefing, address), template)))
    assert address in "".join(page.extract_text() for page in pdf.pages).replace("\n", "")
    assert not [link for page in pdf.pages for link in _links(page) if "/A" in link]


def test_record_and_extraction_are_attached(pdf, briefing):
    files = pdf.attachments
    assert files["source-record.json"] == [briefing.record.to_json()]
    assert files["extraction.json"] == [masked(briefing).extraction.to_json()]


def test_attachments_are_proper_associated_files(pdf):
    for reference in pdf.trailer["/Root"]["/AF"]:
        file = reference.get_object()
        assert file["/UF"] == file["/F"]
        assert file["/AFRelationship"] == "/Data"
        assert file["/EF"]["/F"]["/Params"]["/ModDate"] == "D:20200201000000Z"
        kind = file["/EF"]["/F"]["/Subtype"]
        assert kind in {
            "/application/json",
            "/application/ld+json",
            "/application/vnd.citationstyles.csl+json",
        }


def test_a_failed_plugin_is_told_on_the_first_page(briefing, template):
    failed = Incomplete(plugin="harbour", hook="citebound_extract", error="ValueError: no tide")
    extraction = msgspec.structs.replace(briefing.extraction, incomplete=(failed,))
    partial = msgspec.structs.replace(briefing, extraction=extraction, incomplete=(failed,))
    pages = [
        " ".join(page.extract_text().split()) for page in PdfReader(BytesIO(render(partial, template))).pages
    ]
    assert (
        "Incomplete: a part of the program failed (harbour); what it would have found is missing." in pages[0]
    )
    assert "harbour failed in citebound_extract: ValueError: no tide" in " ".join(pages[2:])


MARKUP = "<b>Bold</b> & {{ 7*7 }} <paragraph role='x'> ]]> &amp;"


def test_markup_in_the_source_is_printed_not_obeyed(briefing: Briefing, template):
    field = msgspec.structs.replace(briefing.record.fields.title, value=MARKUP, raw=MARKUP)
    record = msgspec.structs.replace(
        briefing.record, fields=msgspec.structs.replace(briefing.record.fields, title=field)
    )
    pdf = PdfReader(BytesIO(render(msgspec.structs.replace(briefing, record=record), template)))
    assert MARKUP in " ".join(pdf.pages[0].extract_text().split())
