"""Fields of several values: countries and topics."""

from __future__ import annotations

from citebound.lists import listed
from citebound.model import Field
from citebound_hooks.describe.proof import Proof


def list_field(proof: Proof) -> Field[tuple[str, ...]]:
    """Returns the field of the values that the words list."""
    return Field(listed(proof.raw), proof.raw, proof.span, proof.locator)
