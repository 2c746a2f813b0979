"""The words around events, loaded once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from citebound_hooks.language.alternatives import alternatives
from citebound_hooks.language.lexicon import load_lexicon


class Context(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a trigger; see the comments in `events.toml`."""

    heads: frozenset[str]
    unreal: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    locative: tuple[str, ...]
    targeted: tuple[str, ...]
    places: tuple[str, ...]
    place_nouns: tuple[str, ...]
    place_names: tuple[str, ...]
    done_to: frozenset[str]
    begins: frozenset[str]
    determined: frozenset[str]
    labels: frozenset[str]
    no_places: frozenset[str]


class CasualtyWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a text says how many were killed or injured."""

    one_victim: tuple[str, ...]
    one_deed: tuple[str, ...]
    killed_before: tuple[str, ...]
    killed_after: tuple[str, ...]
    injured_before: tuple[str, ...]
    injured_after: tuple[str, ...]
    needs_after: tuple[str, ...]
    killed_labels: tuple[str, ...]
    injured_labels: tuple[str, ...]
    persons: tuple[str, ...]
    person_endings: tuple[str, ...]
    no_persons: tuple[str, ...]
    no_victims: frozenset[str]


class EventWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `events.toml`."""

    context: Context
    casualties: CasualtyWords


@cache
def event_words() -> EventWords:
    """Returns the lexicon, read once."""
    return load_lexicon(Path(__file__).with_name("events.toml"), EventWords)


def any_of(phrases: tuple[str, ...]) -> str:
    """Returns a pattern for any of the phrases, the longest first."""
    return f"(?:{alternatives(phrases)})"
