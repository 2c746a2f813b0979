"""The source record: what the file is, and who answers for it."""

from __future__ import annotations

from prov.identifier import QualifiedName
from prov.model import PROV, PROV_TYPE, ProvDocument

from citebound.model import SourceRecord
from citebound_hooks.exports.naming import Names
from citebound_hooks.exports.provenance.vocabulary import OWN, uuid_name

_TOLD = ("title", "symbol", "url", "original_url", "cite_as", "publisher", "republisher")


def told_of(record: SourceRecord) -> dict[QualifiedName, str]:
    """Returns what the record says of the file, a missing field left out."""
    fields = record.fields
    found = {OWN[name]: getattr(fields, name).value for name in _TOLD if getattr(fields, name)}
    date = fields.publication_date.value if fields.publication_date else None
    return found | ({OWN["published"]: date.iso or date.raw} if date else {})


def attribute(document: ProvDocument, file: QualifiedName, record: SourceRecord, names: Names) -> None:
    """Attributes the file to its publisher, where the record names one; who hosts the copy never takes its place."""
    publisher = record.fields.publisher
    if publisher is None:
        return
    agent = uuid_name(names.of("publisher", publisher.value))
    document.agent(agent, {PROV_TYPE: PROV["Organization"], OWN["name"]: publisher.value})
    document.wasAttributedTo(file, agent)
