"""What the annotations say: words that any reader shows, and the item's facts for programs.

Web Annotation Data Model, sections 3.2.4 (textual bodies) and 3.3.5 (purposes).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from citebound.layers import LayerName
from citebound.model import Actor, Citation, Claim, DatedWords, Event, Hedge, Span
from citebound_hooks.exports.certainty import Certainty

Purpose = str
Words = tuple[Purpose, str]

MOTIVATION: dict[LayerName, Purpose] = {
    "actors": "identifying",
    "claims": "classifying",
    "citations": "linking",
    "events": "classifying",
    "dates": "identifying",
    "hedges": "tagging",
    "summary": "highlighting",
}
"""Why an item of each layer is annotated."""

_APART = ("id", "schema")


def textual_bodies(item: Any, certainty: Certainty) -> list[dict[str, str]]:
    """Returns the words that a reader of annotations shows."""
    return [
        {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
        for purpose, value in _words(item, certainty)
    ]


def _words(item: Any, certainty: Certainty) -> Iterator[Words]:
    if isinstance(item, Claim):
        yield from _about_claim(item, certainty)
    for kind, told in _TOLD.items():
        if isinstance(item, kind):
            yield from told(item)


def _about_claim(claim: Claim, certainty: Certainty) -> Iterator[Words]:
    yield "classifying", claim.kind
    yield from (("tagging", state) for state in certainty.states(claim))


_TOLD: dict[type[Any], Callable[[Any], list[Words]]] = {
    Actor: lambda actor: [("identifying", actor.name), ("classifying", actor.type)],
    Citation: lambda citation: [("identifying", citation.outlet), ("classifying", citation.kind)],
    Event: lambda event: [("classifying", event.type)],
    DatedWords: lambda date: [("identifying", date.iso)] if date.iso else [],
    Hedge: lambda hedge: [("tagging", "hedge")],
}


def facts(value: Any) -> Any:
    """Returns the facts of an item as linked data: each key with its prefix, spans and empty fields left out."""
    if isinstance(value, Span):
        return None
    if isinstance(value, msgspec.Struct):
        told = {f"citebound:{name}": facts(getattr(value, name)) for name in _names(value)}
        return {name: fact for name, fact in told.items() if fact not in (None, [], {})}
    if isinstance(value, tuple):
        return [fact for part in value if (fact := facts(part)) is not None]
    return value


def _names(value: msgspec.Struct) -> Iterator[str]:
    return (name for name in value.__struct_fields__ if name not in _APART)
