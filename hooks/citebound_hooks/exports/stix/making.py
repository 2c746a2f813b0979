"""Makes STIX objects: named by their content, dated without the clock, each with the words that prove it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from stix2 import v21

from citebound.ai_use import rules_of_models
from citebound.layers import LayerName
from citebound.model import Extraction, Span
from citebound_hooks.exports.dating import time_of_export
from citebound_hooks.exports.naming import Names, uuid_of

_KIND: dict[LayerName, str] = {"actors": "identity", "claims": "note", "events": "note"}


class Maker:
    """Makes the objects of one extraction.

    Args:
        extraction: Whose items become objects.
    """

    def __init__(self, extraction: Extraction) -> None:
        self._names = Names(extraction)
        self._time = time_of_export()
        self._of_models = rules_of_models(extraction)
        self.grouping_id = self.name("grouping", extraction)
        self.program = self._program(extraction)

    def _program(self, extraction: Extraction) -> Any:
        """The program as an identity; the same for every document."""
        name = f"{extraction.extractor.name} {extraction.extractor.version}"
        return v21.Identity(
            id=f"identity--{uuid_of('program', name)}",
            created=self._time,
            modified=self._time,
            name=name,
            identity_class="system",
        )

    def name(self, kind: str, content: object) -> str:
        """Returns the id of an object of this kind with this content."""
        return f"{kind}--{self._names.of(kind, content)}"

    def item(self, layer: LayerName, name: str | None) -> str | None:
        """Returns the id of the object that an item becomes; None if there is no such item."""
        known = self._names.known(layer, name) if name else None
        return f"{_KIND[layer]}--{known}" if known else None

    def items(self, layer: LayerName, names: Iterable[str | None]) -> list[str]:
        """Returns the ids of the objects that items become, each once, in their order."""
        found = (self.item(layer, name) for name in names)
        return list(dict.fromkeys(each for each in found if each))

    def marks(self, rule: str) -> list[str]:
        """Returns the labels that tell what made an item: one if a language model proposed it, else none."""
        return ["proposed-by-language-model"] if rule in self._of_models else []

    def make(self, kind: type[Any], identifier: str, /, **properties: Any) -> Any:
        """Returns an object that the library has checked; empty properties are left out."""
        given = {key: value for key, value in properties.items() if value not in (None, "", [])}
        return kind(
            id=identifier, created=self._time, modified=self._time, created_by_ref=self.program.id, **given
        )


def proof(part: str, spans: Iterable[Span]) -> list[dict[str, str]]:
    """Returns external references to places in the text, with the words (RFC 5147: `char=` counts from 0)."""
    return [
        {
            "source_name": f"text: {part}",
            "external_id": f"char={span.start},{span.end}",
            "description": span.exact,
        }
        for span in spans
    ]
