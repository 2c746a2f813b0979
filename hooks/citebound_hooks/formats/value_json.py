"""Any value as JSON in the shape of the contract."""

from __future__ import annotations

import msgspec

from citebound.formats import OutputContext
from citebound.model import Value


def write(value: Value, context: OutputContext) -> str:
    """Returns indented JSON with one newline at the end; the same value always gives the same text."""
    return msgspec.json.format(value.to_json(), indent=2).decode() + "\n"
