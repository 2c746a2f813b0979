"""An extraction as a PROV document: file, text, extraction and quotations; beside them, in a bundle, who said what.

PROV-DM, sections 5.2 (derivation and quotation), 5.4 (bundles: provenance of provenance) and 5.6 (collections).
"""

from __future__ import annotations

import json
from typing import Any

from prov.identifier import QualifiedName
from prov.model import PROV, PROV_TYPE, ProvDocument

from citebound.formats import OutputContext
from citebound.model import Extraction, SourceRecord
from citebound_hooks.exports.naming import Names, digest_of_text, local_name
from citebound_hooks.exports.provenance.account import tell
from citebound_hooks.exports.provenance.items import quote_items
from citebound_hooks.exports.provenance.publishing import attribute, told_of
from citebound_hooks.exports.provenance.vocabulary import OWN, declare, digest_name, uuid_name


def write(extraction: Extraction, context: OutputContext) -> str:
    """Returns the document in PROV-JSON."""
    document = json.loads(make_document(extraction, context.record).serialize(format="json") or "{}")
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def make_document(extraction: Extraction, record: SourceRecord | None = None) -> ProvDocument:
    """Returns the PROV document."""
    document, names = ProvDocument(), Names(extraction)
    declare(document)
    text = _file_and_text(document, extraction, record)
    if record:
        attribute(document, digest_name(extraction.document.sha256), record, names)
    made = _extraction(document, extraction, names, text)
    quote_items(document, extraction, names, text, made)
    account = uuid_name(names.of("account", extraction))
    document.entity(account, {PROV_TYPE: PROV["Bundle"]})
    document.wasDerivedFrom(account, text)
    tell(document.bundle(account), extraction, names)
    return document


def _file_and_text(
    document: ProvDocument, extraction: Extraction, record: SourceRecord | None
) -> QualifiedName:
    """The file as it was uploaded, and the text that the quotations count in; one entity if they are the same bytes."""
    about = extraction.document
    attributes: dict[Any, str] = {OWN["mediaType"]: about.media_type}
    if about.language:
        attributes[OWN["language"]] = about.language
    file, text = digest_name(about.sha256), digest_name(digest_of_text(about.text))
    document.entity(file, attributes | (told_of(record) if record else {}))
    if text != file:
        document.entity(text, {OWN["mediaType"]: "text/plain"})
        document.wasDerivedFrom(text, file)
    return text


def _extraction(
    document: ProvDocument, extraction: Extraction, names: Names, text: QualifiedName
) -> QualifiedName:
    """The collection of all items, the activity that made it and the program that carried it out."""
    extractor = extraction.extractor
    program = OWN[f"program-{local_name(digest_of_text(f'{extractor.name} {extractor.version}'))}"]
    document.agent(
        program,
        {PROV_TYPE: PROV["SoftwareAgent"], OWN["name"]: extractor.name, OWN["version"]: extractor.version},
    )
    activity, made = (
        uuid_name(names.of("activity", extraction)),
        uuid_name(names.of("extraction", extraction)),
    )
    document.activity(activity, other_attributes={PROV_TYPE: OWN["Extraction"]})
    document.used(activity, text)
    document.wasAssociatedWith(activity, program)
    document.collection(made)
    document.wasGeneratedBy(made, activity)
    document.wasDerivedFrom(made, text, activity=activity)
    return made
