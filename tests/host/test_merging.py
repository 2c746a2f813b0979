"""Layers merge simply: duplicates are one, the plugin configured first wins, ids follow the text."""

import pytest
from msgspec.structs import replace

from citebound.identifiers import renumbered
from citebound.merging import accept, merge
from citebound.model import (
    Actor,
    Claim,
    ClaimSource,
    DatedWords,
    DocumentText,
    Event,
    Extraction,
    Extractor,
    Hedge,
    Relation,
    Role,
    Span,
)

TEXT = "Anna Berg leads the Green Party. Berg said it may rain. The party agreed."


def span(words, after=0):
    start = TEXT.index(words, after)
    return Span(start, start + len(words), words)


def actor(ident, *mentions, **more):
    return Actor(id=ident, name=mentions[0].exact, type="person", mentions=mentions, rule="test", **more)


def extraction(**layers):
    document = DocumentText(sha256="0", media_type="text/plain", language="en", text=TEXT)
    return Extraction(document=document, extractor=Extractor(name="test", version="1"), **layers)


ANNA, PARTY, BERG = span("Anna Berg"), span("Green Party"), span("Berg", 20)


def test_equal_items_of_two_plugins_are_one():
    assert len(merge("actors", [[actor("x", ANNA)], [actor("y", ANNA)]])) == 1


def test_references_to_a_twin_within_one_plugin_follow_it():
    twin = actor("y", ANNA)
    member = actor("z", PARTY, relations=(Relation(type="leads", target="y", span=span("leads")),))
    found = merge("actors", [[actor("x", ANNA), twin, member]])
    assert len(found) == 2
    final = renumbered(extraction(actors=found))
    assert final.actors[1].relations[0].target == "A1"


def test_on_overlap_the_first_plugin_wins():
    first = DatedWords(raw="a", iso="2024", precision="year", span=Span(0, 9, TEXT[:9]), rule="first")
    second = DatedWords(raw="b", iso="2023", precision="year", span=Span(5, 12, TEXT[5:12]), rule="second")
    assert merge("dates", [[first], [second]]) == (first,)


def test_overlap_within_one_plugin_is_its_own_business():
    inner = Hedge(span=span("may"), sentence=span("Berg said it may rain."), rule="a")
    outer = Hedge(span=span("may rain"), sentence=span("Berg said it may rain."), rule="b")
    assert len(merge("hedges", [[inner, outer]])) == 2


def test_a_later_plugin_gives_the_earlier_actor_its_free_mentions():
    (merged,) = merge("actors", [[actor("x", ANNA)], [actor("y", ANNA, BERG)]])
    assert merged.mentions == (ANNA, BERG)


def test_references_follow_the_item_that_won():
    leader = actor("1", BERG, relations=(Relation(type="leads", target="2", span=span("leads")),))
    found = merge("actors", [[actor("1", PARTY)], [leader, actor("2", PARTY)]])
    final = renumbered(extraction(actors=found))
    assert [a.name for a in final.actors] == ["Green Party", "Berg"]
    assert final.actors[1].relations[0].target == "A1"


def test_ids_count_in_the_order_of_the_text():
    final = renumbered(extraction(actors=(actor("b", BERG), actor("p", PARTY), actor("a", ANNA))))
    assert [(a.id, a.name) for a in final.actors] == [
        ("A1", "Anna Berg"),
        ("A2", "Green Party"),
        ("A3", "Berg"),
    ]


def test_dangling_references_are_dropped():
    lost = actor(
        "a",
        ANNA,
        roles=(Role(title="leader", of="nobody", span=ANNA),),
        relations=(Relation(type="leads", target="nobody", span=ANNA),),
    )
    claim = Claim(
        id="c",
        sentence=span("Berg said it may rain."),
        kind="say",
        source=ClaimSource(actor="gone"),
        rule="t",
    )
    final = renumbered(extraction(actors=(lost,), claims=(claim,)))
    assert final.actors[0].roles[0].of is None
    assert final.actors[0].relations == ()
    assert final.claims[0].source.actor is None


def test_claims_learn_their_events_from_the_events():
    claim = Claim(id="c", sentence=span("Berg said it may rain."), kind="say", cue=span("said"), rule="t")
    event = Event(id="e", mentions=(span("rain"),), type="weather", claims=("c",), rule="t")
    final = renumbered(extraction(claims=(claim,), events=(event,)))
    assert final.claims[0].events == ("E1",)
    assert final.events[0].claims == ("C1",)


@pytest.mark.parametrize(
    ("layer", "item", "why"),
    [
        ("dates", "a string", "a str in the layer dates"),
        ("dates", DatedWords(raw="x", iso=None, span=Span(0, 4, "Bert"), rule="t"), "span 0-4 is not 'Bert'"),
        ("dates", DatedWords(raw="x", iso=None, span=Span(3, 3, ""), rule="t"), "span 3-3 is not ''"),
        ("actors", Actor(id="a", name="n", type="person", rule="t"), "a has no mention"),
    ],
)
def test_what_is_not_exact_is_refused(layer, item, why):
    with pytest.raises(ValueError, match=why):
        accept(layer, TEXT, [item])


def test_spans_deep_inside_an_item_are_checked_too():
    bad = replace(actor("a", ANNA), roles=(Role(title="x", of=None, span=Span(1, 2, "?")),))
    with pytest.raises(ValueError, match="span 1-2"):
        accept("actors", TEXT, [bad])


def test_spans_sort_by_place_even_where_two_are_the_same():
    assert sorted([BERG, ANNA, ANNA]) == [ANNA, ANNA, BERG]
    assert min(BERG, ANNA) == ANNA
