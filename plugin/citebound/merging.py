"""Merges what several plugins say of one layer: the plugin configured first wins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from citebound.identifiers import MENTIONED, place_of, renamed
from citebound.layers import LayerName
from citebound.model import Actor, Citation, Claim, DatedWords, Event, Hedge, ModelUse, Span, SummarySentence
from citebound.spans import exact

ITEM: Mapping[LayerName, type[Any]] = {
    "citations": Citation,
    "dates": DatedWords,
    "actors": Actor,
    "claims": Claim,
    "events": Event,
    "hedges": Hedge,
    "summary": SummarySentence,
}


class ContributionError(ValueError):
    """A plugin returned an item of the wrong kind, or a span that is not in the text."""


def accept(layer: LayerName, text: str, items: Sequence[Any]) -> Sequence[Any]:
    """Returns a plugin's items if each is of the layer's kind, or a `ModelUse`, and each of its spans is exact.

    Raises:
        ContributionError: Names the first item that is not.
    """
    kinds = (ITEM[layer], ModelUse)
    for item in items:
        if not isinstance(item, kinds):
            raise ContributionError(f"a {type(item).__name__} in the layer {layer}")
        if isinstance(item, MENTIONED) and not item.mentions:
            raise ContributionError(f"{layer}: {item.id} has no mention")
        exact(item, text)
    return items


def parted(contributions: Iterable[Sequence[Any]]) -> tuple[list[list[Any]], list[ModelUse]]:
    """Returns the items of each plugin, and apart from them what the plugins say of the models that they asked."""
    given = list(contributions)
    uses = [item for items in given for item in items if isinstance(item, ModelUse)]
    return [[item for item in items if not isinstance(item, ModelUse)] for items in given], uses


def merge(layer: LayerName, contributions: Sequence[Sequence[Any]]) -> tuple[Any, ...]:
    """Joins the items of several plugins.

    Two items with the same content are one. An item that overlaps one of an earlier plugin gives way; an actor
    gives the earlier one those of its mentions that stand elsewhere.

    Args:
        layer: The layer's name.
        contributions: The items of each plugin, the plugin configured first in front.

    Returns:
        The items with ids that are unique, not yet final.
    """
    if len(contributions) == 1 and not _has_twins(contributions[0]):
        return tuple(contributions[0])
    kept: dict[bytes, Any] = {}
    twins: dict[str, str] = {}
    for turn, items in enumerate(contributions):
        taken = _Taken(kept)
        for item in (_apart(layer, item, turn) for item in items):
            key = _content(item)
            first = key if key in kept else taken.at(item)
            if first is None:
                kept[key] = item
                continue
            if isinstance(item, Actor) and first != key:
                kept[first] = _joined(kept[first], item, taken)
            if hasattr(item, "id"):
                twins[item.id] = kept[first].id
    return tuple(
        renamed(item, lambda of, name: twins.get(name, name) if of == layer else name)
        for item in kept.values()
    )


def _has_twins(items: Sequence[Any]) -> bool:
    if len({place_of(item) for item in items}) == len(items):
        return False  # most often: of the same content would be the same place
    return len({_content(item) for item in items}) < len(items)


class _Taken:
    """The places that the items of earlier plugins have taken."""

    def __init__(self, kept: Mapping[bytes, Any]) -> None:
        self._places = sorted((s.start, s.end, key) for key, item in kept.items() for s in _places(item))
        self._longest = max((end - start for start, end, _ in self._places), default=0)

    def at(self, item: Any) -> bytes | None:
        """Returns the key of an earlier item that overlaps this one."""
        return next((key for span in _places(item) if (key := self.key_at(span))), None)

    def key_at(self, span: Span) -> bytes | None:
        """Returns the key of the earlier item that stands at this place."""
        index = bisect_left(self._places, (span.end, 0, b"")) - 1
        while index >= 0 and self._places[index][0] > span.start - self._longest - 1:
            if self._places[index][1] > span.start:
                return self._places[index][2]
            index -= 1
        return None


def _places(item: Any) -> tuple[Span, ...]:
    return item.mentions if isinstance(item, Actor | Event) else (place_of(item),)


def _joined(first: Actor, later: Actor, taken: _Taken) -> Actor:
    more = {span for span in later.mentions if taken.key_at(span) is None}
    return replace(first, mentions=tuple(sorted({*first.mentions, *more})))


def _content(item: Any) -> bytes:
    return msgspec.json.encode(replace(item, id="") if hasattr(item, "id") else item)


def _apart(layer: LayerName, item: Any, turn: int) -> Any:
    """The item with its id and its references within the layer kept apart from another plugin's."""
    if not hasattr(item, "id"):
        return item
    named = replace(item, id=f"{turn}/{item.id}")
    return renamed(named, lambda of, name: f"{turn}/{name}" if of == layer else name)
