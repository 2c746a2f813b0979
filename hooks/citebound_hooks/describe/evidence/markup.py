"""What the mark-up says about one field, with its weight."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from citebound_hooks.describe.evidence.likeness import letters
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import Proof, proof_of
from citebound_hooks.language.lexicon import load_lexicon

_MOST = 200  # values of one name: long lists of authors are honest, longer lists of anything are not


class MarkupNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The tables of `markup.toml`: for each field, names and weights."""

    article_types: tuple[str, ...]
    no_publishers: tuple[str, ...]
    titles: dict[str, float]
    published: dict[str, float]
    updated: dict[str, float]
    events: dict[str, float]
    authors: dict[str, float]
    publishers: dict[str, float]
    addresses: dict[str, float]
    originals: dict[str, float]
    languages: dict[str, float]
    topics: dict[str, float]
    symbols: dict[str, float]
    volumes: dict[str, float]
    issues: dict[str, float]
    series: dict[str, float]
    notices: dict[str, float]


class Said(NamedTuple):
    """Something that speaks for a value.

    Attributes:
        value: The words, white space folded.
        weight: How much it counts.
        proof: Where it stands.
        source: The name of what says it.
    """

    value: str
    weight: float
    proof: Proof
    source: str


@cache
def _names() -> MarkupNames:
    return load_lexicon(Path(__file__).with_name("markup.toml"), MarkupNames)


@cache
def weights_of(field: str) -> MappingProxyType[str, float]:
    """Returns the names of a table of `markup.toml` with their weights, one for each type of article."""
    weights: dict[str, float] = {}
    table: dict[str, float] = getattr(_names(), field)
    for name, weight in table.items():
        for each in of_each_type(name):
            weights.setdefault(each, weight)
    return MappingProxyType(weights)


def of_each_type(name: str) -> tuple[str, ...]:
    """Returns the names for which `jsonld:*.headline` stands, one for each type of article."""
    return tuple(name.replace("*", kind) for kind in (_names().article_types if "*" in name else ("",)))


@cache
def no_publishers() -> frozenset[str]:
    """Returns the letters of programs that name themselves as the publisher of every page."""
    return frozenset(map(letters, _names().no_publishers))


@lru_cache(maxsize=128)  # some fields are asked for by several stages
def said_in_markup(page: Page, field: str) -> tuple[Said, ...]:
    """Returns what the mark-up says about a field, the weightiest name first; what is repeated counts less."""
    weights = weights_of(field)
    names = sorted((name for name in page.markup if name in weights), key=lambda name: -weights[name])
    said = []
    for name in names:
        for number, metadatum in enumerate(page.markup[name][:_MOST]):
            proof = proof_of(metadatum)
            if proof.value:
                said.append(Said(proof.value, weights[name] / (4 if number else 1), proof, name))
    return tuple(said)


def strongest(page: Page, field: str) -> Said | None:
    """Returns what the weightiest name says about a field."""
    return max(said_in_markup(page, field), key=lambda said: said.weight, default=None)
