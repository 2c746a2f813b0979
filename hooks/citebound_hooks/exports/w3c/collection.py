"""An extraction as a collection of annotations in JSON-LD, one annotation an item.

Web Annotation Data Model, section 5 (collections) and Web Annotation Vocabulary, section 3 (JSON-LD frames).
"""

from __future__ import annotations

import json
from typing import Any

from citebound.formats import OutputContext
from citebound.identifiers import renamed
from citebound.layers import LAYERS, LayerName
from citebound.model import Extraction, SourceRecord
from citebound_hooks.exports.certainty import Certainty
from citebound_hooks.exports.naming import VOCABULARY, Names, digest_of_text, named_information, uuid_of
from citebound_hooks.exports.w3c.bodies import MOTIVATION, facts, textual_bodies
from citebound_hooks.exports.w3c.selecting import parts_of, specific_resource

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"citebound": VOCABULARY}]


def write(extraction: Extraction, context: OutputContext) -> str:
    """Returns the collection with one page that holds all annotations."""
    return json.dumps(collection(extraction, context.record), indent=2, ensure_ascii=False) + "\n"


def collection(extraction: Extraction, record: SourceRecord | None = None) -> dict[str, Any]:
    """Returns the collection as JSON-LD; references between items are addresses of annotations."""
    document = extraction.document
    whole = document.masked.sha256 if document.masked else digest_of_text(document.text)
    source = named_information(whole)
    annotator = _Annotator(extraction, source)
    items = [annotator.annotation(layer, item) for layer in LAYERS for item in getattr(extraction, layer)]
    name = f"urn:uuid:{uuid_of('w3c', [source, [item['id'] for item in items]])}"
    page = {"id": f"{name}#1", "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": "Who said what, word for word",
        "generator": _program(extraction),
        "citebound:text": _text(extraction, source) | _record(record),
        "total": len(items),
        "first": page,
    }


class _Annotator:
    def __init__(self, extraction: Extraction, source: str) -> None:
        self._text = extraction.document.text
        self._mask = extraction.document.masked.mark if extraction.document.masked else None
        self._source = source
        self._names = Names(extraction)
        self._certainty = Certainty(extraction)

    def annotation(self, layer: LayerName, item: Any) -> dict[str, Any]:
        """One item: its words as targets, what is said of them as bodies."""
        linked = renamed(item, self._address)
        told = {"type": "Dataset", "purpose": "describing", **facts(linked)}
        return {
            "id": f"urn:uuid:{self._names.of_item(layer, item)}",
            "type": "Annotation",
            "motivation": MOTIVATION[layer],
            "citebound:layer": layer,
            "body": [*textual_bodies(item, self._certainty), told],
            "target": [
                specific_resource(self._source, self._text, part, span, self._mask)
                for part, span in parts_of(item)
            ],
        }

    def _address(self, layer: LayerName, name: str) -> str | None:
        known = self._names.known(layer, name)
        return f"urn:uuid:{known}" if known else None


def _program(extraction: Extraction) -> dict[str, str]:
    name, version = extraction.extractor.name, extraction.extractor.version
    return {"id": f"urn:citebound:program:{name}:{version}", "type": "Software", "name": f"{name} {version}"}


def _text(extraction: Extraction, source: str) -> dict[str, str]:
    """The text that the positions count in, and the bytes that it was read from."""
    document = extraction.document
    described = {"id": source, "type": "Text", "format": "text/plain"}
    if document.language:
        described["language"] = document.language
    return described | {
        "via": named_information(document.sha256),
        "citebound:media_type": document.media_type,
    }


def _record(record: SourceRecord | None) -> dict[str, Any]:
    """The fields of the source record, each with its words and the place in the markup where it has one."""
    return {"citebound:record": facts(record.fields)} if record else {}
