"""The lexicon of relations: `relations.toml`, typed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from citebound.model import RelationType
from citebound_hooks.language.lexicon import load_lexicon


class Between(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words between two names that tie them."""

    type: RelationType
    bearer: Literal["A", "B"] = msgspec.field(name="from")
    words: tuple[str, ...]


class Unions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words after which the parts of a body are listed."""

    words: tuple[str, ...]


class Pairs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside "X and Y" that say how the two stand to one another."""

    before: str
    after: str
    allies: str
    small: str


class Offices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Offices, by what they say of their holder."""

    leads: str
    member_of: str = msgspec.field(name="member-of")


class RelationWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`relations.toml`."""

    between: tuple[Between, ...]
    unions: Unions
    pairs: Pairs
    offices: Offices


@cache
def relation_words() -> RelationWords:
    """Returns the lexicon, read once."""
    return load_lexicon(Path(__file__).with_name("relations.toml"), RelationWords)


@cache
def between_cues() -> dict[str, tuple[tuple[tuple[str, ...], RelationType, bool], ...]]:
    """Returns the cues between two names by their first word: words, type, and whether the first name bears it."""
    table: dict[str, list[tuple[tuple[str, ...], RelationType, bool]]] = {}
    for group in relation_words().between:
        for phrase in group.words:
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, group.type, group.bearer == "A"))
    return {first: tuple(sorted(cues, key=lambda cue: -len(cue[0]))) for first, cues in table.items()}


@cache
def union_cues() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Returns the words after which the parts of a body are listed, by their first word."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in relation_words().unions.words:
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    return {first: tuple(cues) for first, cues in table.items()}


@cache
def office_relations() -> dict[str, RelationType]:
    """Returns what an office says of its holder."""
    offices = relation_words().offices
    members: dict[str, RelationType] = dict.fromkeys(offices.member_of.split(), "member-of")
    leaders: dict[str, RelationType] = dict.fromkeys(offices.leads.split(), "leads")
    return members | leaders
