"""PROV-JSON: the library reads it back; what the report says stands in a bundle of its own."""

import json

import pytest
from msgspec.structs import replace

from citebound.model import ModelUse

prov = pytest.importorskip("prov.model", reason="needs the extra citebound[exports]")


@pytest.fixture(scope="module")
def found(exported):
    return json.loads(exported("prov"))


@pytest.fixture(scope="module")
def account(found):
    return next(iter(found["bundle"].values()))


def names_of(agents):
    return {name: agent["citebound:name"] for name, agent in agents.items()}


def test_the_library_reads_it_back_unchanged(exported, extraction, found):
    from citebound_hooks.exports.provenance.document import make_document

    read = prov.ProvDocument.deserialize(content=exported("prov"), format="json")
    assert read == make_document(extraction)
    assert len(list(read.bundles)) == 1
    assert {str(each.identifier) for each in read.get_records(prov.ProvEntity)} == set(found["entity"])


def test_every_item_quotes_the_text_at_its_place(found, text):
    items = {name: entity for name, entity in found["entity"].items() if "citebound:start" in entity}
    quoted = {
        each["prov:generatedEntity"] for each in found["wasDerivedFrom"].values() if "prov:type" in each
    }
    assert set(items) == quoted
    assert len(items) == 13
    for entity in items.values():
        start, end = (int(entity[f"citebound:{side}"]["$"]) for side in ("start", "end"))
        assert text[start:end] == entity["prov:value"]


def test_only_what_is_plainly_said_is_attributed(account):
    agents, statements = names_of(account["agent"]), account["entity"]
    assert sorted(
        (statements[each["prov:entity"]].get("prov:value"), agents[each["prov:agent"]])
        for each in account["wasAttributedTo"].values()
        if "prov:value" in statements[each["prov:entity"]]
    ) == [("the raid on Tessel", "Korvan Front")]


def test_the_doubts_of_a_statement_are_told(account):
    told = [
        sorted(set(entity) & {"citebound:negated", "citebound:hedged", "citebound:contested"})
        for entity in account["entity"].values()
        if "citebound:claim" in entity
    ]
    assert sorted(told) == [
        [],
        ["citebound:contested"],
        ["citebound:contested", "citebound:hedged"],
        ["citebound:negated"],
    ]


def test_the_chain_leads_from_the_first_speaker_to_the_outlet(account):
    entities = account["entity"]
    steps = [
        (entities[each["prov:generatedEntity"]]["citebound:outlet"], entities[each["prov:usedEntity"]])
        for each in account["wasDerivedFrom"].values()
    ]
    assert [name for name, _ in steps] == ["Radio Tessel", "Tessel Post"]
    assert steps[0][1]["prov:value"] == "the raid on Tessel"
    assert steps[1][1]["citebound:outlet"] == "Radio Tessel"


def test_the_account_itself_is_derived_from_the_text(found):
    name = next(iter(found["bundle"]))
    assert found["entity"][name]["prov:type"]["$"] == "prov:Bundle"
    assert name in {each["prov:generatedEntity"] for each in found["wasDerivedFrom"].values()}


def test_a_language_model_is_named_as_the_agent_of_what_it_proposed(exported, extraction):
    claims = tuple(replace(each, rule="llm.m-1") for each in extraction.claims)
    use = ModelUse(rule="llm.m-1", layer="claims", proposed=len(claims))
    by_model = replace(extraction, claims=claims, models=(use,))
    found = json.loads(exported("prov", by_model))
    assert "m-1" in names_of(found["agent"]).values()
    assert len(found["wasAttributedTo"]) == 4
    assert "wasAttributedTo" not in next(iter(found["bundle"].values()))
