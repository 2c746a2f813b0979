"""What the layers before have found, for looking things up by their place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, TypeVar

import msgspec

from citebound.model import Actor, Citation, DatedWords, Extraction, Span
from citebound_hooks.claims.linking.masks import brackets_around, masks_of
from citebound_hooks.claims.passages import Masks
from citebound_hooks.language.analysis import Sentence

Item = TypeVar("Item")


class Places(Generic[Item]):
    """Items with their spans, in the order of the text."""

    def __init__(self, items: Sequence[tuple[Span, Item]]) -> None:
        self._items = sorted(items, key=lambda item: (item[0].start, item[0].end))
        self._starts = [span.start for span, _ in self._items]

    def within(self, start: int, end: int) -> Sequence[tuple[Span, Item]]:
        """Returns the items that begin in `text[start:end]`."""
        return self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


class Surroundings(msgspec.Struct, frozen=True):
    """The layers before, by place and by name.

    Attributes:
        text: The whole text.
        mentions: Where actors are named.
        citations: The inline citations; `groups` gives for each id the bracket that it shares with others.
        dates: The dates in the text.
        outlets: Actors by each of their names in lower case.
        sentences: The sentences by their number.
        holders: Persons by the nouns of their titles, in lower case.
        masks: The stretches that citations take up.
    """

    text: str
    mentions: Places[Actor]
    citations: Places[Citation]
    groups: dict[str, int]
    dates: Places[DatedWords]
    outlets: dict[str, Actor]
    masks: Masks
    holders: dict[str, list[Actor]]
    sentences: Sequence[Sentence]


def surroundings(text: str, before: Extraction, sentences: Sequence[Sentence] = ()) -> Surroundings:
    """Returns what the layers before have found in a text."""
    brackets = {item.id: brackets_around(text, item.span) for item in before.citations}
    return Surroundings(
        text,
        Places([(span, actor) for actor in before.actors for span in actor.mentions]),
        Places([(item.span, item) for item in before.citations]),
        {ident: start for ident, (start, _) in brackets.items()},
        Places([(item.span, item) for item in before.dates if item.span]),
        _by_name(before.actors),
        masks_of(text, brackets.values()),
        _by_title(before.actors),
        sentences,
    )


def _by_title(actors: Sequence[Actor]) -> dict[str, list[Actor]]:
    """Persons under the head of each of their titles: "Interior Minister", "ministre de l'Intérieur"."""
    known: dict[str, list[Actor]] = {}
    for actor in actors:
        for role in actor.roles if actor.type in ("person", "official") else ():
            title = re.split(r"\s(?:of|for|de|du|des|à|in|at)\s", role.title.lower(), maxsplit=1)[0].split()
            for word in dict.fromkeys((title[-1], title[0])) if title else ():
                if actor not in known.setdefault(word, []):
                    known[word].append(actor)
    return known


def _by_name(actors: Sequence[Actor]) -> dict[str, Actor]:
    known: dict[str, Actor] = {}
    for actor in actors:
        for name in (actor.name, *(alias.form for alias in actor.aliases)):
            known.setdefault(name.casefold(), actor)
    return known
