"""Items of the layers before, found by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from citebound.model import Actor, Span

Item = TypeVar("Item")


class Places(Generic[Item]):
    """Items with their spans, in the order of the text."""

    def __init__(self, items: Sequence[tuple[Span, Item]]) -> None:
        self._items = sorted(items, key=lambda item: (item[0].start, item[0].end))
        self._starts = [span.start for span, _ in self._items]

    def within(self, start: int, end: int) -> Sequence[tuple[Span, Item]]:
        """Returns the items that begin in `text[start:end]`."""
        return self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


class Mention(NamedTuple):
    """A mention of an actor."""

    span: Span
    actor: Actor


def mentions(actors: Sequence[Actor]) -> Places[Actor]:
    """Returns all mentions of all actors."""
    return Places([(span, actor) for actor in actors for span in actor.mentions])
