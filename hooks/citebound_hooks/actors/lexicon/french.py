"""The French part of the lexicon: `french.toml`, typed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from citebound_hooks.language.lexicon import load_lexicon


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of French documents alone."""

    article: str
    function: str
    calendar: str
    locative: str
    direction: str
    agent: str
    finite: str
    joins: str


class Nouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Words of every document."""

    honorifics: str
    offices: str = msgspec.field(name="offices")
    office_parts: str = msgspec.field(name="office_parts")
    bodies_armed_group: str
    bodies_state: str
    bodies_organisation: str
    bodies_media: str
    people_armed_group: str
    people_official: str
    people_organisation: str
    people_population: str
    civil_offices: str


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How names go on in small letters."""

    links: str
    articles: str
    ministries: str
    adjectives: str
    adjective_endings: str


class French(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`french.toml`."""

    grammar: Grammar
    names: Names
    nouns: Nouns


@cache
def french() -> French:
    """Returns the French words, read once."""
    return load_lexicon(Path(__file__).with_name("french.toml"), French)
