"""Decisions are anchored by words; `revise` is pure."""

import pytest

from citebound.desk.revise import revise
from citebound.model import (
    Actor,
    Anchor,
    Claim,
    ClaimSource,
    Decision,
    Decisions,
    DocumentText,
    Extraction,
    Extractor,
    Span,
    SummarySentence,
)

TEXT = "The Reed Cutters claimed it. The RC denied it later. Velmin leads the Reed Cutters."


def at(words, after=0):
    start = TEXT.index(words, after)
    return Span(start, start + len(words), words)


CUTTERS = Actor(
    id="A1",
    name="Reed Cutters",
    type="unknown",
    mentions=(at("Reed Cutters"), at("Reed Cutters", 40)),
    rule="t",
)
RC = Actor(id="A2", name="RC", type="organisation", mentions=(at("RC"),), salience=0.5, rule="t")
VELMIN = Actor(id="A3", name="Velmin", type="person", mentions=(at("Velmin"),), rule="t")
FIRST = at("The Reed Cutters claimed it.")
CLAIMS = (
    Claim(id="C1", sentence=FIRST, kind="say", source=ClaimSource(actor="A1"), cue=at("claimed"), rule="t"),
    Claim(
        id="C2",
        sentence=at("The RC denied it later."),
        kind="deny",
        source=ClaimSource(actor="A2"),
        cue=at("denied"),
        contested_by=("C1",),
        rule="t",
    ),
)


@pytest.fixture
def extraction():
    return Extraction(
        document=DocumentText(sha256="0", media_type="text/plain", language="en", text=TEXT),
        actors=(CUTTERS, RC, VELMIN),
        claims=CLAIMS,
        summary=(SummarySentence(span=FIRST, claims=("C1",), rule="t"),),
        extractor=Extractor(name="t", version="1"),
    )


def decide(action, quote, start=None, **more):
    return Decisions(decisions=(Decision(action=action, anchor=Anchor(quote=quote, start=start), **more),))


def test_without_decisions_nothing_changes(extraction):
    assert revise(extraction, Decisions()) is extraction


@pytest.mark.parametrize("action", ["accept", "note"])
def test_acceptance_and_notes_change_no_item(extraction, action):
    assert revise(extraction, decide(action, "Velmin", text="seen")) == extraction


def test_a_rejected_actor_goes_and_its_claims_keep_their_words(extraction):
    revised = revise(extraction, decide("reject", "Reed Cutters"))
    assert [a.name for a in revised.actors] == ["RC", "Velmin"]
    assert [a.id for a in revised.actors] == ["A1", "A2"]
    assert revised.claims[0].source.actor is None
    assert revised.claims[1].source.actor == "A1"


def test_one_mention_can_be_rejected_by_its_place(extraction):
    revised = revise(extraction, decide("reject", "Reed Cutters", start=CUTTERS.mentions[1].start))
    assert revised.actors[0].mentions == (CUTTERS.mentions[0],)


def test_a_rejected_claim_is_named_by_its_cue(extraction):
    revised = revise(extraction, decide("reject", "claimed"))
    assert [(c.id, c.cue.exact, c.contested_by) for c in revised.claims] == [("C1", "denied", ())]
    assert revised.summary[0].claims == ()


def test_an_actor_can_be_retyped(extraction):
    revised = revise(extraction, decide("retype", "RC", type="armed-group"))
    assert {a.name: a.type for a in revised.actors}["RC"] == "armed-group"


def test_merged_names_become_aliases_and_claims_follow(extraction):
    revised = revise(extraction, decide("merge", "Reed Cutters", others=("RC",)))
    assert [a.name for a in revised.actors] == ["Reed Cutters", "Velmin"]
    assert [alias.form for alias in revised.actors[0].aliases] == ["RC"]
    assert revised.claims[1].source.actor == "A1"
    assert revised.actors[0].salience == 0.5


def test_a_form_can_be_split_off_at_one_place(extraction):
    revised = revise(extraction, decide("split", "Reed Cutters", start=CUTTERS.mentions[1].start))
    assert [(a.id, a.name) for a in revised.actors] == [
        ("A1", "Reed Cutters"),
        ("A2", "RC"),
        ("A3", "Velmin"),
        ("A4", "Reed Cutters"),
    ]


@pytest.mark.parametrize("action", ["reject", "retype", "merge", "split"])
def test_words_that_are_not_in_the_text_change_nothing(extraction, action):
    assert revise(extraction, decide(action, "Nobody", type="person", others=("No one",))) == extraction


def test_revising_twice_is_revising_once(extraction):
    decisions = decide("merge", "Reed Cutters", others=("RC",))
    once = revise(extraction, decisions)
    assert revise(once, decisions) == once
