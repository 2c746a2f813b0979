"""What names one actor, and how keys become one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from citebound.model import ActorType, AliasKind
from citebound_hooks.actors.reading.phrase import Phrase


class Form(NamedTuple):
    """Another form of an actor's name, where it stands, and what kind it is."""

    kind: AliasKind
    start: int
    end: int


class Cluster(msgspec.Struct):
    """The phrases that name one actor.

    Attributes:
        keys: The keys of its forms, the first one first.
        phrases: In the order of the text.
        forms: The aliases that the text ties to it.
        defined: Places of long forms that define its acronym and that no phrase covers alone.
        type: What it is; set by the stage after.
        open: Whether the words of its name leave open if it is armed; set by the stage after.
        ranked: Whether it is an official by its rank alone; set by the stage after.
        told: The offices that the text gives it, and …
        offices: … where it does; set by the stage after.
        nouns: Places of definite nouns that speak of it; set by the stage after.
    """

    keys: list[str]
    phrases: list[Phrase] = []
    forms: list[Form] = []
    defined: list[tuple[int, int]] = []
    type: ActorType = "unknown"
    open: bool = False
    ranked: bool = False
    nouns: list[tuple[int, int]] = []
    told: list[str] = []
    offices: list[tuple[int, int]] = []


class Joiner:
    """Joins keys that are one actor: a union-find whose roots are the keys that came first."""

    __slots__ = ("_root", "order")

    def __init__(self, keys: Iterable[str]) -> None:
        self.order = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        self._root = {key: key for key in self.order}

    def root(self, key: str) -> str:
        """Returns the key that stands for the actor."""
        while (above := self._root[key]) != key:
            self._root[key] = key = self._root[above]
        return key

    def join(self, one: str, other: str) -> None:
        """Makes two keys one actor."""
        a, b = self.root(one), self.root(other)
        if a != b:
            first, last = (a, b) if self.order[a] < self.order[b] else (b, a)
            self._root[last] = first
