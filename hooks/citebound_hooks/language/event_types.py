"""What can happen, and the words that name or tell it: "attack", "was abducted"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from citebound_hooks.language.lexicon import load_lexicon

NounOrVerb = Literal["noun", "verb"]
_SHORTEST = 5  # letters of a past form that has a present form of its own


class EventType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A type of events; the keys are explained at the head of `event_types.toml`."""

    name: str
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    violent: bool = False
    general: bool = False
    present: tuple[str, ...] = ()


class EventTypes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `event_types.toml`."""

    types: tuple[EventType, ...] = msgspec.field(name="type")


class Trigger(NamedTuple):
    """A word or phrase that names or tells an event.

    Attributes:
        words: Its words after the first, lower case.
        type: What it names.
        word_class: Noun or verb.
    """

    words: tuple[str, ...]
    type: EventType
    word_class: NounOrVerb


@cache
def _types() -> tuple[EventType, ...]:
    return load_lexicon(Path(__file__).with_name("event_types.toml"), EventTypes).types


@cache
def triggers() -> dict[str, tuple[Trigger, ...]]:
    """Returns the triggers under their first word, the longest first; the type named first in the file wins."""
    return _by_first_word(_listed())


@cache
def log_triggers() -> dict[str, tuple[Trigger, ...]]:
    """Returns the triggers of a log's entry, which tells events in the present too: "Police shoot dead a picket"."""
    return _by_first_word(_listed() + [_Forms(kind, "verb", tuple(_present(kind))) for kind in _types()])


class _Forms(NamedTuple):
    type: EventType
    word_class: NounOrVerb
    phrases: tuple[str, ...]


def _listed() -> list[_Forms]:
    return [
        forms
        for kind in _types()
        for forms in (_Forms(kind, "noun", kind.nouns), _Forms(kind, "verb", kind.verbs))
    ]


def _present(kind: EventType) -> Iterator[str]:
    """Yields the present forms: those listed, and what the past forms in -ed may be made of ("stab", "stabs")."""
    yield from kind.present
    for phrase in kind.verbs:
        first, *others = phrase.split()
        if first.endswith("ed") and len(first) > _SHORTEST:
            stems = {first[:-1], first[:-2], first[:-3] if first[-3] == first[-4] else first[:-2]}
            for form in sorted(stems | {f"{stem}s" for stem in stems}):
                yield " ".join([form, *others])


def _by_first_word(listed: Iterable[_Forms]) -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = {}
    for kind, word_class, phrases in listed:
        for phrase in phrases:
            first, *others = phrase.casefold().split()
            found.setdefault(first, []).append(Trigger(tuple(others), kind, word_class))
    return {
        first: tuple(sorted(some, key=lambda trigger: -len(trigger.words))) for first, some in found.items()
    }
