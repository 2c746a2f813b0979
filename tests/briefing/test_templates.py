"""The three templates: what each says, how many pages its body takes, in which languages."""

from io import BytesIO
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from citebound.model import Field, Span
from citebound_hooks.briefing.rendering import render
from citebound_hooks.briefing.view.whole_text import whole_text

replace = msgspec.structs.replace
NAMES = ("briefing", "full", "one-page")


@pytest.fixture
def pages_of(briefing, template):
    def pages(name, of=briefing, language=None):
        pdf = PdfReader(BytesIO(render(of, template.parent / name, language=language)))
        return [" ".join(page.extract_text().split()) for page in pdf.pages]

    return pages


def test_these_are_all(template):
    assert sorted(path.parent.name for path in template.parent.glob("*/style.toml")) == sorted(NAMES)


@pytest.mark.parametrize(("name", "body"), [("briefing", 2), ("full", 2), ("one-page", 1)])
@pytest.mark.parametrize(("language", "annex"), [("en", "Annex"), ("fr", "Annexe")])
def test_the_body_keeps_its_pages(pages_of, name, body, language, annex):
    pages = pages_of(name, language=language)
    (first,) = [number for number, page in enumerate(pages) if f" {annex} " in f" {page} "[:90]]
    assert first == body


@pytest.mark.parametrize("name", NAMES)
def test_attribution_and_disclaimer_stand_on_the_first_page(pages_of, briefing, name):
    (first, *_) = pages_of(name)
    assert "Republished by Harbour Library, who is not its author" in first
    assert f"“{briefing.record.fields.disclaimer.raw}”" in first


@pytest.mark.parametrize("name", NAMES)
def test_a_disclaimer_that_no_page_holds_is_whole_all_the_same(pages_of, briefing, name):
    words = " ".join(f"Caveat {number} holds." for number in range(400))
    fields = replace(briefing.record.fields, disclaimer=Field(words, words, None, "test"))
    pages = pages_of(name, replace(briefing, record=replace(briefing.record, fields=fields)))
    assert "The disclaimer goes on in the annex" in pages[0]
    assert "Caveat 399 holds." in " ".join(pages[1:])


@pytest.mark.parametrize("name", NAMES)
def test_french(pages_of, name):
    pages = " ".join(pages_of(name, language="fr"))
    assert "Publié par Meridian Institute, 20 mai 2019." in pages
    assert "Republié par Harbour Library, qui n’en est pas l’auteur" in pages
    assert "[… continues]" not in pages
    assert "Annex " not in pages


def test_one_page_has_claims_and_findings_and_leaves_the_tables_of_the_second_page_out(pages_of):
    pages = pages_of("one-page")
    assert "“An attack on the customs house of Port Sarne that killed four guards” [1]" in pages[0]
    assert "Compliance CIT004 error, line 3" in pages[0]
    assert "Chronology" not in " ".join(pages)
    assert "Source record" in " ".join(pages[1:])


def test_full_holds_the_whole_text_in_its_order(pages_of, briefing):
    text = " ".join(pages_of("full"))
    start = text.index("Text of the source The whole text")
    for line in filter(None, briefing.extraction.document.text.splitlines()):
        assert line[:40] in text[start:]
        start = text.index(line[:40], start)


def test_in_full_the_numbers_lead_into_the_text(pages_of, briefing):
    pages = pages_of("full")
    second = briefing.extraction.document.text.split("\n\n")[2]
    assert f"“{second}” [4]" in pages[0], "after the title and the two sentences of the disclaimer"
    assert f"[4] {second} K1, C1, E1" in " ".join(pages)


def test_nothing_is_lost_between_sentences_and_overlapping_ones_are_one():
    text = "One. Two is long.\n\nThree?  Four goes on\nand Five. "
    quoted = [Span(5, 17, text[5:17]), Span(9, 26, text[9:26])]
    assert [span.exact for span in whole_text(text, quoted)] == [
        "One.", "Two is long.\n\nThree? ", "Four goes on", "and Five.",
    ]  # fmt: skip


@given(text=st.text("ab.? \n“”A", max_size=80), ends=st.lists(st.integers(0, 80), max_size=8))
def test_each_word_stands_once(text, ends):
    cuts = [min(end, len(text)) for end in ends]
    pairs = sorted((min(pair), max(pair)) for pair in zip(cuts[::2], cuts[1::2], strict=False))
    spans = list(whole_text(text, [Span(a, b, text[a:b]) for a, b in pairs if a < b]))
    assert all(text[span.start : span.end] == span.exact for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert "".join("".join(span.exact for span in spans).split()) == "".join(text.split())
