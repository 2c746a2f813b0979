"""The lexicon of relations: `relations.toml`, typed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from citebound.model import RelationType
from citebound_hooks.language.lexicon import load_lexicon

Form = Literal["verb", "participle", "noun"]
Target = Literal["", "person", "body"]
_SPREAD = {"de": ("de", "du", "des", "d'", "d’"), "à": ("à", "au", "aux")}


class Between(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words between two names that tie them."""

    type: RelationType
    bearer: Literal["A", "B"] = msgspec.field(name="from")
    words: tuple[str, ...]
    form: Form = "verb"
    to: Target = ""


class Unions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words after which the parts of a body are listed."""

    words: tuple[str, ...]


class Nouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one body is to another, as nouns."""

    part_of: str = msgspec.field(name="part-of")
    allied_with: str = msgspec.field(name="allied-with")
    opposes: str
    split_from: str = msgspec.field(name="split-from")


class Inner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of what a body has within it."""

    words: str


class Compounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Endings of adjectives that are made of a name: "Quill-led"."""

    leads: str
    allied_with: str = msgspec.field(name="allied-with")


class Asserted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words with which a relation is not asserted."""

    negations: str
    hypothetical: str
    hearsay: str
    denials: str
    over: str
    until: str
    leaving: str


class Pairs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside "X and Y" that say how the two stand to one another."""

    joins: str
    joint: str
    before: str
    after: str
    allies: str
    small: str


class Offices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Offices, by what they say of their holder."""

    places: str
    ministers: str
    ministries: str
    state: str
    leads: str
    member_of: str = msgspec.field(name="member-of")


class RelationWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`relations.toml`."""

    between: tuple[Between, ...]
    unions: Unions
    nouns: Nouns
    inner: Inner
    compounds: Compounds
    asserted: Asserted
    pairs: Pairs
    offices: Offices


class Frame(NamedTuple):
    """How words between two names tie them."""

    type: RelationType
    first_bears: bool
    form: Form
    to: Target


class Node:
    """Words that may come next between two names, and the frames of those that end here."""

    __slots__ = ("frames", "next")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.frames: tuple[Frame, ...] = ()


@cache
def relation_words() -> RelationWords:
    """Returns the lexicon, read once."""
    return load_lexicon(Path(__file__).with_name("relations.toml"), RelationWords)


@cache
def between_cues() -> dict[str, Node]:
    """Returns the cues between two names as a tree of words, by their first word."""
    root = Node()
    for group in relation_words().between:
        frame = Frame(group.type, group.bearer == "A", group.form, group.to)
        for pattern in group.words:
            _grow(root, pattern.split(), frame)
    return root.next


def _grow(node: Node, pattern: list[str], frame: Frame) -> None:
    if not pattern:
        node.frames = (*node.frames, frame)
        return
    for word in _alternatives(pattern[0]):
        _grow(node.next.setdefault(word, Node()), pattern[1:], frame)


def _alternatives(words: str) -> Iterator[str]:
    for word in words.split("|"):
        yield from _SPREAD.get(word, (word,))


@cache
def fronted_cues() -> dict[str, dict[str, Node]]:
    """Returns the cues that end in a preposition without it, by that preposition: "to which it pledged allegiance"."""
    roots: dict[str, Node] = {}
    for group in relation_words().between:
        for pattern in group.words:
            *before, last = pattern.split()
            for preposition in _alternatives(last) if before and group.form == "verb" else ():
                frame = Frame(group.type, group.bearer == "A", group.form, group.to)
                _grow(roots.setdefault(preposition, Node()), before, frame)
    return {preposition: root.next for preposition, root in roots.items()}


@cache
def union_cues() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Returns the words after which the parts of a body are listed, by their first word."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in relation_words().unions.words:
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    return {first: tuple(cues) for first, cues in table.items()}


@cache
def noun_relations() -> dict[str, RelationType]:
    """Returns what a noun such as "rival" or "wing" says of those whom it ties."""
    nouns = relation_words().nouns
    table: dict[str, RelationType] = {}
    table.update(dict.fromkeys(nouns.part_of.split(), "part-of"))
    table.update(dict.fromkeys(nouns.allied_with.split(), "allied-with"))
    table.update(dict.fromkeys(nouns.opposes.split(), "opposes"))
    table.update(dict.fromkeys(nouns.split_from.split(), "split-from"))
    return table


@cache
def compound_relations() -> tuple[tuple[str, RelationType], ...]:
    """Returns the endings of adjectives that are made of a name, and what they say of it."""
    compounds = relation_words().compounds
    leads: list[tuple[str, RelationType]] = [(ending, "leads") for ending in compounds.leads.split()]
    return (*leads, *((ending, "allied-with") for ending in compounds.allied_with.split()))


@cache
def office_relations() -> dict[str, RelationType]:
    """Returns what an office says of its holder."""
    offices = relation_words().offices
    members: dict[str, RelationType] = dict.fromkeys(offices.member_of.split(), "member-of")
    leaders: dict[str, RelationType] = dict.fromkeys(offices.leads.split(), "leads")
    return members | leaders
