"""Web annotations: the shape that the data model demands, and spans that lead back to the words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from citebound.model import DatedWords, Document, DocumentText, Extraction, Extractor
from citebound.spans import spans_in
from citebound_hooks.exports import naming
from citebound_hooks.exports.w3c.collection import collection

TERMS = {
    "AnnotationCollection": {"@context", "id", "type", "label", "generator", "total", "first"},
    "AnnotationPage": {"id", "type", "partOf", "startIndex", "items"},
    "Annotation": {"id", "type", "motivation", "body", "target"},
    "TextualBody": {"type", "purpose", "value", "format"},
    "Dataset": {"type", "purpose"},
    "SpecificResource": {"type", "source", "selector"},
    "TextPositionSelector": {"type", "start", "end"},
    "TextQuoteSelector": {"type", "exact", "prefix", "suffix"},
    "Software": {"id", "type", "name"},
    "Text": {"id", "type", "format", "language", "via"},
}
"""The terms of the context that each type uses here (Web Annotation Vocabulary, appendix A)."""
MUST = {
    "AnnotationCollection": {"id", "total", "first"},
    "AnnotationPage": {"id", "partOf", "items"},
    "Annotation": {"id", "target"},
    "SpecificResource": {"source", "selector"},
    "TextPositionSelector": {"start", "end"},
    "TextQuoteSelector": {"exact"},
    "TextualBody": {"value"},
}
MOTIVATIONS = {"identifying", "classifying", "linking", "tagging", "highlighting", "describing"}


def nodes(value):
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(inner)


@pytest.fixture(scope="module")
def found(exported):
    return json.loads(exported("w3c"))


def of_layer(found, layer):
    return [each for each in found["first"]["items"] if each["citebound:layer"] == layer]


def test_every_node_uses_terms_of_the_context_or_prefixed_ones(found):
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert set(found["@context"][1]) == {"citebound"}
    for node in nodes({**found, "@context": []}):
        own = {key for key in node if key.startswith("citebound:")}
        if "type" in node:
            assert set(node) - own <= TERMS[node["type"]]
            assert MUST.get(node["type"], set()) <= set(node)
        else:
            assert set(node) == own


def test_ids_are_unique_and_references_lead_to_annotations(found):
    items = found["first"]["items"]
    ids = [each["id"] for each in items]
    assert len(ids) == len(set(ids)) == found["total"] == 13
    told = json.dumps([each["body"] for each in items])
    assert {word for word in told.split('"') if word.startswith("urn:uuid:")} <= set(ids)
    assert told.count("urn:uuid:") >= 10


def test_every_annotation_has_targets_and_a_motivation(found):
    for each in found["first"]["items"]:
        assert each["target"]
        assert each["motivation"] in MOTIVATIONS
        assert {body["purpose"] for body in each["body"]} <= MOTIVATIONS


def test_every_span_of_the_extraction_leads_back_to_its_words(found, extraction, text):
    places = set()
    for target in (target for each in found["first"]["items"] for target in each["target"]):
        position, quote = target["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text[position["start"] - len(quote["prefix"]) :].startswith(around)
        places.add((position["start"], position["end"]))
    layers = [getattr(extraction, name) for name in extraction.__struct_fields__]
    assert places == {(span.start, span.end) for layer in layers for span in spans_in(layer)}


def test_doubt_stands_in_words_that_any_reader_shows(found):
    tags = [
        {body["value"] for body in claim["body"] if body["purpose"] == "tagging"}
        for claim in of_layer(found, "claims")
    ]
    assert tags == [set(), {"contested"}, {"hedged", "contested"}, {"negated"}]


def test_the_parts_of_a_claim_are_told_apart(found):
    parts = {
        target["citebound:part"]: target["selector"][1]["exact"]
        for target in of_layer(found, "claims")[0]["target"]
    }
    assert (parts["source"], parts["cue"], parts["content"]) == (
        "The Korvan Front",
        "claimed",
        "the raid on Tessel",
    )


def test_the_collection_has_another_name_with_another_item_or_another_text(extraction):
    cue = replace(extraction.claims[0], cue=None)
    shorter = replace(extraction.document, text=extraction.document.text[:-1])
    others = (
        replace(extraction, claims=(cue, *extraction.claims[1:])),
        replace(extraction, summary=()),
        replace(extraction, document=shorter),
    )
    names = [collection(each)["id"] for each in (extraction, *others)]
    assert len(set(names)) == len(names)
    assert collection(extraction)["first"]["partOf"] == names[0]


def test_each_item_is_read_once_for_its_name(extraction, monkeypatch):
    named = []

    def uuid_of(kind, content):
        named.append(kind)
        return naming_uuid_of(kind, content)

    naming_uuid_of = naming.uuid_of
    monkeypatch.setattr(naming, "uuid_of", uuid_of)
    items = collection(extraction)["first"]["items"]
    assert sorted(named) == sorted(each["citebound:layer"] for each in items)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
def test_spans_of_any_text_come_through_json_unchanged(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    document = Document(text=text, sha256="0" * 64, media_type="text/plain", bytes=0)
    date = DatedWords(raw="x", iso=None, span=document.span(start, end), rule="test")
    place = DocumentText(sha256=document.sha256, media_type="text/plain", language=None, text=text)
    made = collection(
        Extraction(document=place, dates=(date,), extractor=Extractor(name="citebound", version="0"))
    )
    position, quote = json.loads(json.dumps(made))["first"]["items"][0]["target"][0]["selector"]
    assert text[position["start"] : position["end"]] == quote["exact"] == text[start:end]
