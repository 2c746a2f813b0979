"""An extraction as a STIX 2.1 bundle.

What somebody claims is a note (section 4.14) on those whom it names, never an object or a relation of its own.
"""

from __future__ import annotations

import json
from typing import Any

from stix2 import v21

from citebound.formats import OutputContext
from citebound.model import Extraction, SourceRecord
from citebound_hooks.exports.naming import named_information
from citebound_hooks.exports.stix.identities import identities
from citebound_hooks.exports.stix.making import Maker
from citebound_hooks.exports.stix.notes import notes
from citebound_hooks.exports.stix.ties import ties


def write(extraction: Extraction, context: OutputContext) -> str:
    """Returns the bundle: each object checked by the library, in the order of the text."""
    bundle = json.loads(make_bundle(extraction, context.record).serialize())
    return json.dumps(bundle, indent=2, ensure_ascii=False) + "\n"


def make_bundle(extraction: Extraction, record: SourceRecord | None = None) -> Any:
    """Returns the `stix2.v21.Bundle`: the grouping, identities, ties and notes of one document."""
    maker = Maker(extraction)
    objects = [*identities(extraction, maker), *ties(extraction, maker), *notes(extraction, maker)]
    grouping = _grouping(extraction, record, maker, objects)
    everything = [maker.program, grouping, *objects]
    name = maker.name("bundle", [each.id for each in everything])
    return v21.Bundle(objects=everything, id=name)


def _grouping(extraction: Extraction, record: SourceRecord | None, maker: Maker, objects: list[Any]) -> Any:
    """What holds the objects together: the document, by its digest and its source record."""
    document = extraction.document
    address = named_information(document.sha256)
    reference = {
        "source_name": "document",
        "external_id": address,
        "description": f"The {document.media_type} file with the SHA-256 digest {document.sha256}",
    }
    return maker.make(
        v21.Grouping,
        maker.grouping_id,
        name=record.fields.title.value if record and record.fields.title else "Who said what",
        context="unspecified",
        object_refs=[each.id for each in objects] or [maker.program.id],
        external_references=[reference, *_published(record)],
    )


def _published(record: SourceRecord | None) -> list[dict[str, str]]:
    """The report as its publisher wants it cited, and where it stands; nothing that the record does not say."""
    if record is None:
        return []
    fields = record.fields
    publisher = fields.publisher.value if fields.publisher else "unknown publisher"
    told = {
        "description": fields.cite_as.raw if fields.cite_as else "",
        "url": fields.url.value if fields.url else "",
        "external_id": fields.symbol.value if fields.symbol else "",
    }
    known = {key: value for key, value in told.items() if value}
    return [{"source_name": publisher, **known}] if known else []
