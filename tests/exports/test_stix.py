"""STIX: the library reads it back, and nothing uncertain is asserted."""

import json

import pytest
from msgspec.structs import replace

from citebound.model import ModelUse

stix2 = pytest.importorskip("stix2", reason="needs the extra citebound[exports]")


@pytest.fixture(scope="module")
def bundle(exported):
    return stix2.parse(exported("stix"), version="2.1")


def objects(bundle, kind):
    return [each for each in bundle.objects if each.type == kind]


def test_the_library_reads_it_back_unchanged(exported, bundle):
    assert json.loads(bundle.serialize()) == json.loads(exported("stix"))
    for each in bundle.objects:
        assert stix2.parse(each.serialize(), version="2.1", allow_custom=False) == each


def test_ids_are_unique_and_every_reference_is_in_the_bundle(bundle):
    ids = [each.id for each in bundle.objects]
    assert len(ids) == len(set(ids))
    assert all(name.partition("--")[2][14] == "5" for name in [bundle.id, *ids])
    for each in bundle.objects:
        named = [*each.get("object_refs", ()), each.get("created_by_ref"), each.get("source_ref")]
        assert {name for name in named if name} <= set(ids)


def test_only_what_the_report_states_itself_is_a_relationship(bundle):
    names = {each.id: each.name for each in objects(bundle, "identity")}
    assert {
        (names[tie.source_ref], tie.relationship_type, names[tie.target_ref])
        for tie in objects(bundle, "relationship")
    } == {("Korvan Front", "part-of", "Eastern League"), ("Ilan Dorr", "leads", "Korvan Front")}
    assert [note.abstract for note in objects(bundle, "note") if "split-from" in note.abstract] == [
        "Perhaps split-from; said in a sentence with a claim or a hedge"
    ]


def test_nothing_is_an_actor_or_an_incident_by_a_reports_word(bundle):
    assert {each.type for each in bundle.objects} == {"identity", "grouping", "relationship", "note"}
    assert {each.identity_class for each in objects(bundle, "identity")} == {
        "system",
        "group",
        "organization",
        "individual",
    }


def test_every_claim_is_a_note_that_tells_its_doubts(bundle):
    told = {
        note.content: note.labels for note in objects(bundle, "note") if "claim" in note.get("labels", [])
    }
    assert list(told.values()) == [
        ["claim", "claim-responsibility"],
        ["claim", "deny", "contested"],
        ["claim", "say", "hedged", "contested"],
        ["claim", "claim-responsibility", "negated"],
    ]
    assert "hedge: “may”" in list(told)[2]


def test_contesting_claims_name_each_other(bundle):
    notes = {note.abstract: note for note in objects(bundle, "note")}
    assert notes["Claim: deny, contested"].id in notes["Claim: say, hedged, contested"].object_refs


def test_the_words_stand_where_the_references_say(bundle, text):
    proofs = [
        reference
        for each in bundle.objects
        for reference in each.get("external_references", [])
        if reference.external_id.startswith("char=")
    ]
    assert len(proofs) == 28
    for each in proofs:
        start, end = map(int, each.external_id.removeprefix("char=").split(","))
        assert text[start:end] == each.description


def test_what_a_language_model_proposed_is_labelled_and_ties_nobody(exported, extraction):
    actors = tuple(replace(actor, rule="llm.some-model") for actor in extraction.actors)
    use = ModelUse(rule="llm.some-model", layer="actors", proposed=len(actors))
    by_model = replace(extraction, actors=actors, models=(use,))
    found = stix2.parse(exported("stix", by_model), version="2.1")
    assert objects(found, "relationship") == []
    assert {
        "proposed-by-language-model" in each.get("labels", []) for each in objects(found, "identity")[1:]
    } == {True}
