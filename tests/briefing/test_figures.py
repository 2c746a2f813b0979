"""Figures: drawn from resolved facts alone, said in words too, never wider or taller than their place."""

from io import BytesIO

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ContentStream

from citebound.model import ChainLink, Date, Field
from citebound_hooks.briefing.rendering import render
from citebound_hooks.briefing.view.compose import compose
from citebound_hooks.briefing.view.model import DatedRow
from citebound_hooks.briefing.view.timeline import MOST, days_of, timeline_of

replace = msgspec.structs.replace


def elements(node):
    node = node.get_object()
    if isinstance(node, dict) and "/S" in node:
        yield node
        for kid in node["/K"]:
            yield from elements(kid)


def figures(pdf):
    root = pdf.trailer["/Root"]["/StructTreeRoot"]["/K"][0]
    return [node for node in elements(root) if node["/S"] == "/Figure"]


def rendered(briefing, template):
    return PdfReader(BytesIO(render(briefing, template)))


@pytest.fixture(scope="module")
def pdf(briefing, template):
    return rendered(briefing, template)


def test_each_figure_says_in_words_what_it_shows(pdf):
    chain, timeline = figures(pdf)
    assert chain["/Alt"].endswith("“Residents” (C4) → Meridian Institute → Harbour Library.")
    assert (
        "River Front (C1) → Radio Velia → Sarne Post → Meridian Institute → Harbour Library." in chain["/Alt"]
    )
    assert timeline["/Alt"] == "Timeline. 3 May 2019: attack; 7 May 2019: flight; 9 May 2019: announcement."


def test_each_figure_has_its_place_on_the_page(pdf):
    for figure in figures(pdf):
        left, bottom, right, top = map(float, figure["/A"]["/BBox"])
        assert 50 <= left < right <= 546
        assert 54 <= bottom < top <= 790


def test_shapes_belong_to_the_figure(pdf):
    owners = []
    for page in pdf.pages[:2]:
        for operands, operator in ContentStream(page.get_contents(), pdf).operations:
            if operator == b"BDC":
                owners.append(operands[0])
            elif operator in (b"S", b"b"):
                assert owners[-1] == "/Figure"
    assert owners.count("/Figure") == 2
    assert owners.count("/Span") >= 16, "each label is a part of its own"


def test_the_words_of_a_figure_stand_in_its_order_of_reading(pdf):
    text = " ".join(pdf.pages[0].extract_text().split())
    assert "Said by Carried by And then by Published by Republished by River Front" in text
    text = " ".join(pdf.pages[1].extract_text().split())
    assert "Chronology 3 May 2019 attack 7 May 2019 flight 9 May 2019 announcement" in text


def dated(iso, end=None, number=1, types=("attack",), saying=None):
    return DatedRow(
        date=Date(raw=iso or "May", iso=iso, iso_end=end), id=f"E{number}", types=types, words="x", where=None,
        killed=None, injured=None, number=number, saying=saying,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("iso", "end", "days"),
    [
        ("2019-05-03", None, ("2019-05-03", "2019-05-03")),
        ("2019-02", None, ("2019-02-01", "2019-02-28")),
        ("2020", None, ("2020-01-01", "2020-12-31")),
        ("2019-05-03", "2019-05-07", ("2019-05-03", "2019-05-07")),
        ("2016", "2019", ("2016-01-01", "2019-12-31")),
        ("2019-05", "2020-02", ("2019-05-01", "2020-02-29")),
        (None, None, None),
        ("2019-05-07", "2019-05-03", None),
        ("0000", None, None),
        ("2019-02-30", None, None),
        ("2019-13", None, None),
    ],
)
def test_a_date_means_as_many_days_as_the_source_leaves_open(iso, end, days):
    assert days_of(Date(raw="x", iso=iso, iso_end=end)) == days


@pytest.mark.parametrize(
    "rows", [[], [dated("2019-05-03")], [dated("2019-05-03"), dated(None), dated("2019-05-03")]]
)
def test_fewer_than_two_resolved_dates_are_no_timeline(rows):
    assert timeline_of(rows) is None


def test_what_is_not_resolved_is_not_placed_but_counted():
    line = timeline_of(
        [dated("2019-05-03"), dated(None), dated("2019", types=(), saying="deny"), dated(None)]
    )
    assert [(moment.extent, moment.types, moment.sayings) for moment in line.moments] == [
        ("within", (), ("deny",)), ("day", ("attack",), ()),
    ]  # fmt: skip
    assert (line.left_out, line.unresolved) == (0, 2)


@given(st.lists(st.dates().map(lambda day: dated(day.isoformat())), min_size=2, max_size=60))
def test_of_many_dates_the_ends_stay_and_the_others_are_counted(rows):
    line = timeline_of(rows)
    days = sorted({row.date.iso for row in rows})
    if len(days) < 2:
        assert line is None
        return
    drawn = [moment.first for moment in line.moments]
    assert len(drawn) == min(len(days), MOST)
    assert (drawn[0], drawn[-1]) == (days[0], days[-1])
    assert drawn == sorted(drawn)
    assert line.left_out == len(days) - len(drawn)


def with_claims(briefing, *claims, **fields):
    record = replace(briefing.record, fields=replace(briefing.record.fields, **fields))
    return replace(briefing, record=record, extraction=replace(briefing.extraction, claims=claims))


def test_claims_that_came_the_same_way_share_a_route(briefing):
    one, *_, last = briefing.extraction.claims
    chain = compose(
        with_claims(briefing, replace(one, contested_by=()), replace(one, id="C2", contested_by=()), last)
    ).chain
    assert [route.claims for route in chain.routes] == [("C1", "C2"), ("C5",)]
    assert chain.routes[0].relays == (("Radio Velia",), ("Sarne Post",))


def test_routes_beyond_those_drawn_are_counted_and_relayed_ones_come_first(briefing):
    claims = [replace(claim, contested_by=()) for claim in briefing.extraction.claims]
    one = claims[0]
    spans = [claim.source.span for claim in claims[:4]]
    straight = [
        replace(one, id=f"C{at}", chain=(), source=replace(one.source, actor=None, span=span))
        for at, span in enumerate(spans)
    ]
    chain = compose(with_claims(briefing, *straight, replace(one, id="C9"))).chain
    assert "C9" in [claim for route in chain.routes for claim in route.claims]
    assert (len(chain.routes), chain.left_out) == (4, 1)


@pytest.mark.parametrize(
    ("known", "fields", "drawn"),
    [
        (True, {}, True),
        (True, {"publisher": None}, True),
        (True, {"publisher": None, "republisher": None}, False),
        (False, {}, False),
    ],
)
def test_a_chain_of_one_is_no_chain(briefing, known, fields, drawn):
    claim = replace(briefing.extraction.claims[4], chain=())
    if not known:
        claim = replace(claim, source=replace(claim.source, actor=None, span=None))
    assert (compose(with_claims(briefing, claim, **fields)).chain is not None) == drawn


def test_nothing_said_and_nothing_dated_is_no_figure(briefing, template, report):
    assert figures(rendered(replace(briefing, extraction=report.extraction()), template)) == []


def test_long_names_in_any_direction_stay_in_their_columns(briefing, template):
    claim = briefing.extraction.claims[0]
    names = [
        "Institute of Coastal Affairs " * 12,
        "x" * 300,
        "وكالة أنباء الساحل " * 16,
        "סוכנות הידיעות " * 20,
    ]
    chain = (
        claim.chain[0],
        *(ChainLink(name=name, actor=None, citation=None, step=at) for at, name in enumerate(names, 1)),
    )
    briefing = with_claims(briefing, replace(claim, chain=chain, contested_by=()))
    pdf = rendered(briefing, template)
    figure = figures(pdf)[0]
    assert all(name.strip()[:200] in figure["/Alt"] for name in names)
    places = []
    pdf.pages[0].extract_text(visitor_text=lambda text, _, at, font, size: places.append((text, at[4])))
    assert all(45 <= left <= 546 for text, left in places if text.strip())


@pytest.mark.parametrize("name", ["full", "one-page"])
def test_other_templates_draw_the_chain_too(briefing, template, name):
    assert figures(rendered(briefing, template.parent / name))[0]["/Alt"].startswith("Attribution chain")


MOVED = {
    "en": {
        "chain": "The attribution chain is drawn in the annex.",
        "timeline": "The timeline is drawn in the annex.",
    },
    "fr": {
        "chain": "La chaîne d’attribution est dessinée en annexe.",
        "timeline": "La frise chronologique est dessinée en annexe.",
    },
}


@pytest.mark.parametrize("language", MOVED)
@pytest.mark.parametrize("name", ["briefing", "one-page", "full"])
def test_a_figure_without_room_is_said_to_stand_in_the_annex(briefing, template, name, language):
    """The more key points and the longer they are, the less room is left."""
    seen = set()
    for times in (1, 4, 16):
        pdf = PdfReader(BytesIO(render(crowded(briefing, times), template.parent / name, language=language)))
        pages = [" ".join(page.extract_text().split()) for page in pdf.pages]
        body = " ".join(pages[: annex_of(pdf)])
        places = [figure["/Pg"].get_object() for figure in figures(pdf)]
        for what, place in zip(MOVED[language], places, strict=False):
            number = next(at for at, page in enumerate(pdf.pages) if page == place)
            gone = number >= annex_of(pdf)
            assert (MOVED[language][what] in body) == gone
            seen |= {(what, gone)}
            if gone:
                assert number in led_to(pdf)
    assert name != "one-page" or ("chain", True) in seen


def annex_of(pdf):
    """The number of the page, from 0, on which the annex begins."""
    annex = next(entry for entry in flat(pdf.outline) if entry.title in ("Annex", "Annexe"))
    return pdf.get_destination_page_number(annex)


def flat(entries):
    for entry in entries:
        yield from flat(entry) if isinstance(entry, list) else [entry]


def led_to(pdf):
    """The numbers of the pages that links of the body lead to."""
    links = [each.get_object() for page in pdf.pages[: annex_of(pdf)] for each in page.get("/Annots", ())]
    places = [link["/Dest"][0].get_object() for link in links if "/Dest" in link]
    return {number for number, page in enumerate(pdf.pages) if page in places}


def crowded(briefing, times):
    """The same with eight key points, each so many times as long, and many authors with long names."""
    extraction, fields = briefing.extraction, briefing.record.fields
    long = [
        replace(each, span=replace(each.span, exact=" ".join([each.span.exact] * times)))
        for each in extraction.summary
    ]
    name = Field("Institute for the Study of Harbours, Rivers and Other Ways " * times, "x", None, "test")
    record = replace(briefing.record, fields=replace(fields, authors=(name,) * times))
    return replace(briefing, record=record, extraction=replace(extraction, summary=tuple(long * 8)[:8]))
