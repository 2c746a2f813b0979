"""Events: what happened, when, where, how many were hurt, and who says so."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from citebound.model import Actor, Claim
from citebound_hooks.events.casualties import find_harmed, total
from citebound_hooks.events.layer import event_items
from citebound_hooks.events.numbers import number_of
from citebound_hooks.language.tokens import tokenise

HERE = Path(__file__).parent
CASES = yaml.load((HERE / "cases.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
CASUALTIES = yaml.safe_load((HERE / "casualties.yml").read_text("utf-8"))


def _number(value):
    return int(value) if value else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_events_are_told_once_with_their_circumstances(layers_of, case):
    known = {"published": "2017-03-24", "language": case.get("language")}
    found = layers_of(case["text"], "citations", "dates", "events", **known).events
    assert [(event.type, [m.exact for m in event.mentions]) for event in found] == [
        (one["type"], one["mentions"]) for one in case["found"]
    ]
    for event, one in zip(found, case["found"], strict=True):
        harmed = event.casualties
        assert (event.when.iso if event.when else None) == one.get("when")
        assert (event.where.exact if event.where else None) == one.get("where")
        assert (harmed.killed if harmed else None) == _number(one.get("killed"))
        assert (harmed.injured if harmed else None) == _number(one.get("injured"))


@pytest.mark.parametrize("case", CASUALTIES, ids=lambda case: case["text"][:40])
def test_stated_numbers_of_killed_and_injured(case):
    harmed = find_harmed(case["text"], tokenise(case["text"], 0, len(case["text"])))
    assert total(harmed, "killed") == case["killed"]
    assert total(harmed, "injured") == case.get("injured")


def test_a_day_is_no_number_of_dead():
    text = "The attack on 5 March killed 11 men."
    start = text.index("5 March")
    assert total(find_harmed(text, tokenise(text, 0, len(text)), [(start, start + 7)]), "killed") == 11


def test_the_day_of_a_letter_is_not_that_of_the_event(layers_of):
    text = "In a letter of 2 March, the firm described the collapse as an act of nature."
    found = layers_of(text, "citations", "dates", "claims", "events", published="2017-03-24")
    assert [event.when for event in found.events] == [None]


@given(st.integers(0, 999_999))
def test_numbers_in_digits_are_read_with_and_without_separators(number):
    assert number_of(str(number)) == number
    assert number_of(f"{number:,}") == number


def test_numbers_in_words():
    words = ["one", "eleven", "twenty-one", "two dozen", "three hundred", "a hundred", "ninety-nine", "douze"]
    assert [number_of(word) for word in words] == [1, 11, 21, 24, 300, 100, 99, 12]
    assert number_of("Sarkandi") is None


def _span(document, words):
    start = document.text.index(words)
    return document.span(start, start + len(words))


def test_claims_speak_of_the_events_in_their_content(report_of, layers_of):
    text = "An attack in Sarkandi was claimed by the Heron Front. The front claimed responsibility for the attack."
    document, record = report_of(text)
    first, second = text.split(". ")
    claims = (
        Claim(
            id="C1",
            sentence=_span(document, f"{first}."),
            kind="claim-responsibility",
            cue=_span(document, "claimed"),
            content=(_span(document, "An attack in Sarkandi"),),
            rule="test",
        ),
        Claim(id="C2", sentence=_span(document, second), kind="claim-responsibility", rule="test"),
    )
    before = replace(layers_of(text), claims=claims)
    assert [event.claims for event in event_items(document, record, before)] == [("C1", "C2")]


def test_actors_are_those_of_the_deed_and_not_of_the_claim(report_of, layers_of):
    text = "The Heron Front attacked the Tolwa Guard in Sarkandi, the Lake Party said."
    document, record = report_of(text)
    actors = tuple(
        Actor(id=f"A{n}", name=name, type="armed-group", mentions=(_span(document, name),), rule="test")
        for n, name in enumerate(("Heron Front", "Tolwa Guard", "Lake Party"), 1)
    )
    event = event_items(document, record, replace(layers_of(text), actors=actors))[0]
    assert event.actors == ("A1", "A2")
    assert event.where is not None
    assert event.where.exact == "Sarkandi"


def test_an_armed_group_is_no_place(report_of, layers_of):
    text = "He died in Islamic Heron on 3 May 2016."
    document, record = report_of(text)
    group = Actor(
        id="A1",
        name="Islamic Heron",
        type="armed-group",
        mentions=(_span(document, "Islamic Heron"),),
        rule="test",
    )
    before = replace(layers_of(text, "dates"), actors=(group,))
    assert event_items(document, record, before)[0].where is None


def test_the_day_on_which_it_was_told_is_not_the_day_of_the_event(layers_of):
    told = "Police arrested 14 protesters in Oss, the League said in a statement on 7 March."
    done = "The League condemned the shooting in Oss on 7 March."
    for text, iso in ((told, None), (done, "2017-03-07")):
        found = layers_of(text, "dates", "actors", "claims", "events", published="2017-03-24")
        (event,) = found.events
        assert (event.when.iso if event.when else None) == iso


def test_who_received_the_statement_took_no_part_in_the_attack(layers_of):
    text = "The Salt Front (SF) attacked Oss. It claimed the attack in a statement to the Desert News Agency."
    found = layers_of(text, "dates", "actors", "claims", "events", published="2017-03-24")
    names = {actor.id: actor.name for actor in found.actors}
    assert "Desert News Agency" in names.values()
    assert "Desert News Agency" not in [names[ident] for ident in found.events[0].actors]


def test_where_it_happened_took_no_part_in_it(layers_of):
    text = "A bombing at the Harrow Police Academy killed nine cadets."
    found = layers_of(text, "dates", "actors", "claims", "events", published="2017-03-24")
    assert [actor.name for actor in found.actors] == ["Harrow Police Academy"]
    assert found.events[0].actors == ()


def test_what_is_only_denied_did_not_happen(layers_of):
    text = "The army denied that soldiers had died in Oss. It denied the shelling of Oss."
    found = layers_of(text, "dates", "actors", "claims", "events", published="2017-03-24")
    assert [event.mentions[0].exact for event in found.events] == ["the shelling"]
