"""Fields of several values: countries and topics."""

from __future__ import annotations

import re

from citebound.model import Field
from citebound_hooks.describe.proof import Proof

_STRONG = re.compile(r"\s{0,9}[;|•·\n\t]\s{0,9}")
_AROUND = " ,.-[]\"'"
_COMMA = re.compile(r",\s{1,9}")
# "Congo, Democratic Republic of the": an inverted name ends so after its comma.
_INVERTED = ("of", "of the", "république", "republic", "rep.")


def list_field(proof: Proof) -> Field[tuple[str, ...]]:
    """Returns the values one by one: split at semicolons and bars, else at commas but for inverted names."""
    strong = [part for part in _STRONG.split(proof.raw) if part.strip()]
    parts = strong if len(strong) > 1 else _at_commas(proof.raw)
    values = tuple(dict.fromkeys(value for part in parts if (value := " ".join(part.split()).strip(_AROUND))))
    return Field(values, proof.raw, proof.span, proof.locator)


def _at_commas(words: str) -> list[str]:
    parts: list[str] = []
    for part in _COMMA.split(words):
        if parts and part.strip().casefold().endswith(_INVERTED):
            parts[-1] = f"{parts[-1]}, {part}"
        else:
            parts.append(part)
    return parts
