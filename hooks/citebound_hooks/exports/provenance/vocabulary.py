"""The names in a PROV document."""

from __future__ import annotations

from uuid import UUID

from prov.identifier import Namespace, QualifiedName
from prov.model import ProvDocument

from citebound_hooks.exports.naming import VOCABULARY, local_name

OWN = Namespace("citebound", VOCABULARY)
UUIDS = Namespace("uuid", "urn:uuid:")
DIGESTS = Namespace("ni", "ni:///sha-256;")


def declare(document: ProvDocument) -> None:
    """Declares the prefixes that the document uses."""
    for namespace in (OWN, UUIDS, DIGESTS):
        document.add_namespace(namespace)


def uuid_name(uuid: UUID) -> QualifiedName:
    """Returns the name of a thing that a UUID names."""
    return UUIDS[str(uuid)]


def digest_name(digest: str) -> QualifiedName:
    """Returns the name of bytes with this hexadecimal SHA-256 digest (RFC 6920)."""
    return DIGESTS[local_name(digest)]
