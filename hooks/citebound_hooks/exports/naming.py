"""Names of exported things: the same content always has the same name.

UUIDs are of version 5 (RFC 9562, section 5.5), documents are named by their digest (RFC 6920, `ni` addresses).
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec

from citebound.layers import LayerName
from citebound.model import Extraction

VOCABULARY = "urn:citebound:extraction:1:"
_NAMESPACE = uuid5(NAMESPACE_URL, VOCABULARY)
_WITH_IDS: tuple[LayerName, ...] = ("actors", "claims", "citations", "events")


def uuid_of(kind: str, content: object) -> UUID:
    """Returns the UUID of a kind of thing with this content."""
    name = f"{kind}\n{msgspec.json.encode(content, order='deterministic').decode()}"
    return uuid5(_NAMESPACE, name)


def digest_of_text(text: str) -> str:
    """Returns the hexadecimal SHA-256 digest of a text in UTF-8."""
    return sha256(text.encode()).hexdigest()


def local_name(digest: str) -> str:
    """Returns a hexadecimal digest as it stands in an `ni` address: base64url without padding."""
    return urlsafe_b64encode(bytes.fromhex(digest)).decode().rstrip("=")


def named_information(digest: str) -> str:
    """Returns the `ni` address of what has this hexadecimal SHA-256 digest (RFC 6920, section 3)."""
    return f"ni:///sha-256;{local_name(digest)}"


class Names:
    """The UUIDs of an extraction's items.

    Args:
        extraction: Whose items are named.
    """

    def __init__(self, extraction: Extraction) -> None:
        self._document = extraction.document.sha256
        self._known = {
            (layer, item.id): self.of(layer, item)
            for layer in _WITH_IDS
            for item in getattr(extraction, layer)
        }

    def of(self, kind: str, item: object) -> UUID:
        """Returns the UUID of an item, or of another thing of the document."""
        return uuid_of(kind, [self._document, item])

    def of_item(self, layer: LayerName, item: Any) -> UUID:
        """Returns the UUID of an item of a layer, whether it has an id or not."""
        name = getattr(item, "id", None)
        return (self.known(layer, name) if name else None) or self.of(layer, item)

    def known(self, layer: LayerName, name: str) -> UUID | None:
        """Returns the UUID of the item with this id; None if the extraction has none."""
        return self._known.get((layer, name))
