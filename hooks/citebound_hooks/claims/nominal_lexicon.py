"""Nouns and adjectives that report: the file `nouns.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from citebound.model import ClaimKind
from citebound_hooks.language.lexicon import load_lexicon


class NounGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that report in one way."""

    lemmas: frozenset[str]
    kind: ClaimKind
    takes: frozenset[str]
    weight: float


class AdjectiveGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Adjectives that report in one way."""

    words: frozenset[str]
    kind: ClaimKind
    takes: frozenset[str]
    weight: float


class Nominals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `nouns.toml`, whose head explains the keys."""

    light_verbs: frozenset[str]
    not_speakers: frozenset[str]
    nouns: tuple[NounGroup, ...]
    adjectives: tuple[AdjectiveGroup, ...]


@cache
def nominals() -> Nominals:
    """Returns the lexicon, read once."""
    return load_lexicon(Path(__file__).with_name("nouns.toml"), Nominals)


@cache
def reporting_nouns() -> dict[str, NounGroup]:
    """Returns the nouns by their forms, singular and plural."""
    return {
        form: group
        for group in nominals().nouns
        for lemma in sorted(group.lemmas)
        for form in (lemma, _plural(lemma))
    }


@cache
def reporting_adjectives() -> dict[str, AdjectiveGroup]:
    """Returns the adjectives."""
    return {word: group for group in nominals().adjectives for word in sorted(group.words)}


@cache
def reporting_words() -> dict[str, NounGroup | AdjectiveGroup]:
    """Returns nouns and adjectives in one table."""
    return {**reporting_adjectives(), **reporting_nouns()}


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"
