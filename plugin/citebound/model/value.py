"""The base of every value that the steps pass on."""

from __future__ import annotations

from typing import Any, Self

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen, typed value that goes to JSON and back in the shape of the contract."""

    def to_dict(self) -> dict[str, Any]:
        """Returns the value as plain dicts, lists, strings and numbers."""
        built: dict[str, Any] = msgspec.json.decode(self.to_json())
        return built

    def to_json(self) -> bytes:
        """Returns the value as UTF-8 JSON; the same value always gives the same bytes."""
        return msgspec.json.encode(self, enc_hook=list)  # any sequence

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """Rebuilds a value from what `to_dict` gave.

        Raises:
            msgspec.ValidationError: If the data has another shape.
        """
        return msgspec.convert(data, cls)
