"""Ids of an extraction's items, and the references that use them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from msgspec.structs import replace

from citebound.layers import LayerName
from citebound.model import (
    Actor,
    ChainLink,
    Claim,
    ClaimSource,
    Event,
    Extraction,
    Hedge,
    Relation,
    Role,
    Span,
    SummarySentence,
)

PREFIX: Mapping[LayerName, str] = {"citations": "R", "actors": "A", "claims": "C", "events": "E"}

REFERENCES: Mapping[type[Any], Mapping[str, LayerName]] = {
    Role: {"of": "actors"},
    Relation: {"target": "actors"},
    ClaimSource: {"actor": "actors"},
    ChainLink: {"actor": "actors", "citation": "citations"},
    Claim: {
        "subjects": "actors",
        "targets": "actors",
        "events": "events",
        "citations": "citations",
        "contested_by": "claims",
    },
    Event: {"actors": "actors", "claims": "claims"},
    Hedge: {"claim": "claims"},
    SummarySentence: {"claims": "claims"},
}
"""The fields that hold ids, and the layer whose ids they hold."""

PARTS: Mapping[type[Any], tuple[str, ...]] = {
    Actor: ("roles", "relations"),
    Claim: ("source", "chain"),
    Extraction: ("actors", "claims", "events", "hedges", "summary"),
}
"""The fields whose values hold references themselves."""

MENTIONED = (Actor, Event)
"""The items that are keyed by the first of their mentions."""

_PLACE: Callable[[Span], tuple[int, int]] = attrgetter("start", "end")

Rename = Callable[[LayerName, str], str | None]


def renamed(value: Any, rename: Rename) -> Any:
    """Returns the value with every reference inside it renamed.

    Args:
        value: An item, a tuple of items or an extraction.
        rename: Layer and old id in, new id out; None drops the reference (and a relation with it).
    """
    if isinstance(value, tuple):
        return tuple([new for part in value if (new := renamed(part, rename)) is not None])
    changes: dict[str, Any] = {}
    for name, layer in REFERENCES.get(type(value), {}).items():
        if (old := getattr(value, name)) and (new := _reference(old, layer, rename)) != old:
            changes[name] = new
    for name in PARTS.get(type(value), ()):
        if (old := getattr(value, name)) and (new := renamed(old, rename)) != old:
            changes[name] = new
    if isinstance(value, Relation) and changes.get("target", value.target) is None:
        return None
    return replace(value, **changes) if changes else value


def numbered(layer: LayerName, items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Returns a layer's items in the order of the text with their final ids; a summary keeps its own order."""
    if layer == "summary":
        return items
    ordered = in_text_order(items)
    if layer not in PREFIX:
        return ordered
    final = {item.id: f"{PREFIX[layer]}{number}" for number, item in enumerate(ordered, 1)}
    if all(old == new for old, new in final.items()):
        return ordered
    known = renamed(ordered, lambda of, old: final.get(old) if of == layer else old)
    return tuple(replace(item, id=final[item.id]) for item in known)


def renumbered(extraction: Extraction) -> Extraction:
    """Returns the extraction with ids that count in the order of the text; dangling references are dropped."""
    final: dict[tuple[LayerName, str], str] = {}
    layers: dict[str, tuple[Any, ...]] = {}
    for layer, prefix in PREFIX.items():
        items = in_text_order(getattr(extraction, layer))
        names = [f"{prefix}{number}" for number in range(1, len(items) + 1)]
        final |= {(layer, item.id): name for item, name in zip(items, names, strict=True)}
        layers[layer] = tuple(
            item if item.id == name else replace(item, id=name)
            for item, name in zip(items, names, strict=True)
        )
    return _linked(renamed(replace(extraction, **layers), lambda layer, old: final.get((layer, old))))


def in_text_order(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Returns items sorted by the place that keys them."""
    return tuple(sorted(items, key=_offsets))


def _offsets(item: Any) -> tuple[int, int]:
    return _PLACE(place_of(item))


def place_of(item: Any) -> Span:
    """Returns the span by which an item is keyed."""
    if isinstance(item, MENTIONED):
        return min(item.mentions, key=_PLACE)
    if isinstance(item, Claim):
        return item.cue or (item.content[0] if item.content else item.sentence)
    span: Span = item.span
    return span


def _reference(old: Any, layer: LayerName, rename: Rename) -> Any:
    if isinstance(old, tuple):
        new = dict.fromkeys([rename(layer, name) for name in old])
        new.pop(None, None)
        return tuple(new)
    return None if old is None else rename(layer, old)


def _linked(extraction: Extraction) -> Extraction:
    """Fills `Claim.events` from the events that name the claim."""
    named: dict[str, list[str]] = {}
    for event in extraction.events:
        for claim in event.claims:
            named.setdefault(claim, []).append(event.id)
    claims = tuple(
        replace(claim, events=tuple(named.get(claim.id, ()))) if claim.events or claim.id in named else claim
        for claim in extraction.claims
    )
    return replace(extraction, claims=claims)
