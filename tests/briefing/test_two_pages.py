"""The body takes two pages at most, whatever comes in; what does not fit moves to the annex, marked and counted."""

import re
from io import BytesIO

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from citebound.model import Actor, Claim, ClaimSource, Field, Span, SummarySentence
from citebound_hooks.briefing.rendering import render

replace = msgspec.structs.replace
TITLE = "Velia: River Front Splits over Harbour Talks"


def words(pdf):
    return [" ".join(page.extract_text().split()) for page in pdf.pages]


def rendered(briefing, template):
    return PdfReader(BytesIO(render(briefing, template)))


def body_pages(pdf):
    """The number of pages before the annex."""
    annex = next(entry for entry in _flat(pdf.outline) if entry.title == "Annex")
    return pdf.get_destination_page_number(annex)


def _flat(entries):
    for entry in entries:
        yield from _flat(entry) if isinstance(entry, list) else [entry]


def with_fields(briefing, **values):
    fields = replace(
        briefing.record.fields, **{name: Field(value, value, None, "test") for name, value in values.items()}
    )
    return replace(briefing, record=replace(briefing.record, fields=fields))


def crowd(briefing, report_type, actors, claims):
    """A briefing of many actors and claims."""
    sentence = (
        "Witness {} said that boat {} left Port Sarne by night and was not seen again before the spring tide."
    )
    lines = [sentence.format(number, number) for number in range(1, max(actors, claims) + 1)]
    report = report_type("\n".join(lines))
    found, people, at = [], [], 0
    for number, line in enumerate(lines, 1):
        name = f"Witness {number}"
        mention = Span(at, at + len(name), name)
        start = line.index("that")
        content = Span(at + start, at + len(line), line[start:])
        source = ClaimSource(actor=f"A{number}", span=mention)
        whole = Span(at, at + len(line), line)
        found.append(
            Claim(id=f"C{number}", sentence=whole, kind="say", source=source, content=(content,), rule="t")
        )
        people.append(
            Actor(
                id=f"A{number}", name=name, type="person", mentions=(mention,), salience=1 / number, rule="t"
            )
        )
        at += len(line) + 1
    summary = tuple(SummarySentence(span=claim.sentence, claims=(claim.id,), rule="t") for claim in found[:8])
    extraction = report.extraction(
        actors=tuple(people[:actors]), claims=tuple(found[:claims]), summary=summary
    )
    return replace(briefing, extraction=extraction)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "Harbour Talks and River Fronts, " * 10),
        ("title", "Harbour " * 1250),
        ("title", "x" * 5000),
        ("publisher", "Institute of Coastal Affairs " * 200),
        ("disclaimer", "The Library is not responsible for this. " * 300),
        ("url", "https://library.example/" + "a1/b2?c=" * 250),
        ("symbol", "MN/" * 700),
    ],
)
def test_long_fields(briefing, template, name, value):
    pdf = rendered(with_fields(briefing, **{name: value}), template)
    assert body_pages(pdf) == 2
    joined = re.sub(r"\s", "", "".join(words(pdf)))
    assert re.sub(r"\s", "", value[-300:]) in joined


def test_a_long_title_is_cut_visibly_at_the_head_of_a_page(briefing, template):
    pdf = rendered(with_fields(briefing, title="Harbour Talks and River Fronts, " * 10), template)
    assert "Fronts, … Briefing" in " ".join(
        pdf.pages[1].extract_text().replace("BRIEFING", "Briefing").split()
    )


def test_a_long_disclaimer_goes_on_in_the_annex_and_no_word_is_lost(briefing, template):
    sentences = [f"Caveat {number} of the library holds." for number in range(1, 301)]
    pdf = rendered(with_fields(briefing, disclaimer=" ".join(sentences)), template)
    pages = words(pdf)
    left = int(re.search(r"words still to come: (\d+)", pages[0])[1])
    shown = len(re.findall(r"Caveat (\d+)", pages[0]))
    assert 0 < shown < 300
    assert left == pytest.approx((300 - shown) * 6, abs=6)
    assert "Disclaimer, continued" in pages[2]
    running = re.compile(rf"SHA-256 of the source \w+ Page \d+ of \d+ {TITLE} Briefing ")
    joined = running.sub("", " ".join(pages)).replace("Field Value, words of the page, and place ", "")
    for number in range(shown + 2, 301):
        assert joined.count(f"Caveat {number} of the library holds.") == 2, (
            "in its continuation, and in the record"
        )


def test_two_hundred_actors_and_five_hundred_claims(briefing, template, report):
    pdf = rendered(crowd(briefing, type(report), 200, 500), template)
    pages = words(pdf)
    assert body_pages(pdf) == 2
    for what, count, shown in (
        ("actors", 200, len(re.findall(r"Witness \d+ \[\d+\] person", pages[0]))),
        ("claims", 500, len(re.findall(r"\[\d+\] C\d+, statement", pages[1]))),
    ):
        moved = int(re.search(rf"More {what} in the annex: (\d+)", " ".join(pages[:2]))[1])
        assert shown + moved == count
        assert f"{what.capitalize()}, continued: {moved}" in " ".join(pages[2:])
    rest = " ".join(pages[2:])
    assert len(set(re.findall(r"\[\d+\] (C\d+), statement", rest))) == 500 - len(
        re.findall(r"\] C\d+, s", pages[1])
    )


def test_no_more_than_twelve_actors_on_the_first_page_even_if_there_is_room(briefing, template, report):
    pages = words(rendered(crowd(briefing, type(report), 30, 1), template))
    assert "More actors in the annex: 18" in pages[0]


def test_an_empty_extraction_takes_one_page(briefing, template, report):
    empty = replace(briefing, extraction=report.extraction(), findings=(), record=report.record())
    pdf = rendered(empty, template)
    assert body_pages(pdf) == 1
    page = words(pdf)[0]
    assert page.startswith("Briefing Source briefing velia.txt")
    assert "No actor is named." in page
    assert "No claim is attributed to anybody." in page


def test_nothing_stands_outside_the_margins(briefing, template, report):
    long = with_fields(briefing, title="W" * 300, url="https://x.example/" + "w" * 2000)
    pdf = rendered(crowd(long, type(report), 40, 40), template)
    places = []
    for page in pdf.pages:
        page.extract_text(visitor_text=lambda text, _, at, font, size: places.append((text, at[4], at[5])))
    printed = [place for place in places if place[0].strip()]
    assert len(printed) > 500
    for text, left, height in printed:
        assert 37 <= left <= 546, text
        assert 28 <= height <= 815, text


ODD = st.text(min_size=1, max_size=400)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=ODD, disclaimer=ODD, publisher=ODD)
def test_any_words_can_be_set(briefing, template, title, disclaimer, publisher):
    pdf = rendered(with_fields(briefing, title=title, disclaimer=disclaimer, publisher=publisher), template)
    assert body_pages(pdf) <= 2
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"]
