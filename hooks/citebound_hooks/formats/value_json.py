"""Any value as JSON in the shape of the contract; several as an array of them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from citebound.formats import Given, OutputContext
from citebound.model import Value


def write(value: Value, context: OutputContext) -> str:
    """Returns indented JSON with one newline at the end; the same value always gives the same text."""
    return msgspec.json.format(value.to_json(), indent=2).decode() + "\n"


def write_several(given: Sequence[Given]) -> str:
    """Returns an indented array of what `write` gives for each value."""
    raw = [msgspec.Raw(each.value.to_json()) for each in given]
    return msgspec.json.format(msgspec.json.encode(raw), indent=2).decode() + "\n"
