"""Each item of an extraction as an entity that quotes the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prov.identifier import QualifiedName
from prov.model import PROV, PROV_TYPE, PROV_VALUE, ProvDocument

from citebound.ai_use import rules_of_models
from citebound.identifiers import place_of
from citebound.layers import LAYERS
from citebound.model import Extraction
from citebound_hooks.exports.naming import Names, digest_of_text, local_name
from citebound_hooks.exports.provenance.vocabulary import OWN, uuid_name


def quote_items(
    document: ProvDocument, extraction: Extraction, names: Names, text: QualifiedName, made: QualifiedName
) -> None:
    """Adds the items as members of the extraction: each with the words at its place, quoted from the text."""
    of_models = rules_of_models(extraction)
    for layer in LAYERS:
        for item in getattr(extraction, layer):
            name = uuid_name(names.of_item(layer, item))
            document.entity(name, list(_attributes(layer, item)))
            document.hadMember(made, name)
            document.wasQuotedFrom(name, text)
            if item.rule in of_models:
                document.wasAttributedTo(name, _model(document, item.rule))


def _attributes(layer: str, item: Any) -> Iterator[tuple[QualifiedName, Any]]:
    place = place_of(item)
    yield PROV_TYPE, OWN[layer]
    yield PROV_VALUE, place.exact
    yield OWN["start"], place.start
    yield OWN["end"], place.end
    yield OWN["rule"], item.rule


def _model(document: ProvDocument, rule: str) -> QualifiedName:
    """The language model that proposed an item, as an agent."""
    name = OWN[f"model-{local_name(digest_of_text(rule))}"]
    if not document.get_record(name):
        document.agent(name, {PROV_TYPE: PROV["SoftwareAgent"], OWN["name"]: rule.partition(".")[2] or rule})
    return name
