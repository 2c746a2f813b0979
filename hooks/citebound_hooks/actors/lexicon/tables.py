"""The lexicons of the actors layer: `words.toml` and `states.toml`, typed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from citebound.model import ActorType
from citebound_hooks.actors.lexicon.evidence_words import Evidence, Violence
from citebound_hooks.actors.lexicon.keys import name_key
from citebound_hooks.actors.lexicon.table import Table, Words
from citebound_hooks.language.lexicon import load_lexicon


class PeopleNouns(Table, frozen=True):
    """Plural nouns of persons, by the type of actor that they make."""

    armed_group: Words = msgspec.field(name="armed-group")
    official: Words
    organisation: Words
    population: Words
    followers: Words


class BodyNouns(Table, frozen=True):
    """Nouns of one body, by the type of actor that they make."""

    armed_group: Words = msgspec.field(name="armed-group")
    state: Words
    organisation: Words
    media: Words
    population: Words
    capital: Words


class Officials(Table, frozen=True):
    """Offices that are held in a state."""

    civil: Words
    anywhere: Words
    military: Words
    state_bodies: Words


class Unions(Table, frozen=True):
    """Bodies that are made up of others."""

    words: Words


class Modifiers(Table, frozen=True):
    """Words between a name and the noun of a group, and endings of adjectives that stand there too."""

    words: Words
    distinct: Words
    plain: Words
    endings: tuple[str, ...]


class PlaceWords(Table, frozen=True):
    """What tells a place from an actor."""

    nouns: Words
    facilities: Words
    before: Words
    compass: Words
    regions: Words
    locative: Words
    direction: Words
    ways: Words
    settled: Words


class ThingWords(Table, frozen=True):
    """Capitalised things that are no actors, by the last and the first word, and by the word before their name."""

    nouns: Words
    first: Words
    named: Words


class FaithWords(Table, frozen=True):
    """Faiths, isms and peoples."""

    words: Words
    peoples: Words
    people_adjectives: Words
    labels: Words


class NetworkWords(Table, frozen=True):
    """Names that branches are called after."""

    words: Words


class VerbWords(Table, frozen=True):
    """What an actor does, and what stands before one who is acted upon."""

    personal: Words
    finite: Words
    deeds: Words
    deed_endings: tuple[str, ...]
    adverbs: Words
    agent: Words


class Phrasing(Table, frozen=True):
    """Small words that the stages look for."""

    known_as: Words
    known_as_parts: Words
    called: Words
    goes_on: Words
    left_out: Words
    identity: Words
    named_after: Words
    matters: Words
    departments: Words
    causes: Words
    offices_of_bodies: Words
    firms: Words
    of_bodies_too: Words
    owners: Words
    small: Words
    others: Words
    general: Words
    vague: Words
    personal: Words
    person_particles: Words
    agent_endings: Words
    makers: Words
    ended: Words
    links: Words
    forces: Words
    becomes: Words
    appointed: Words
    became: Words
    held_then: Words
    partial: Words
    male: Words
    female: Words
    clerics: Words
    state_offices: Words
    neighbours: Words


class WordLists(Table, frozen=True):
    """`words.toml`."""

    function: Words
    months: Words
    days: Words
    month_names: Words
    given_months: Words
    before_months: Words
    particles: Words
    prefixes: Words
    compounds: Words
    abbreviations: Words
    honorifics: Words
    offices: Words
    office_parts: Words
    people: PeopleNouns
    bodies: BodyNouns
    officials: Officials
    unions: Unions
    violence: Violence
    evidence: Evidence
    modifiers: Modifiers
    places: PlaceWords
    things: ThingWords
    faiths: FaithWords
    networks: NetworkWords
    verbs: VerbWords
    phrasing: Phrasing


class State(Table, frozen=True):
    """A state's capital and the words for its people."""

    capital: str
    demonyms: tuple[str, ...]


class States(Table, frozen=True):
    """`states.toml`."""

    states: dict[str, State]
    variants: dict[str, str]
    capital_variants: dict[str, str]


class GivenNames(Table, frozen=True):
    """`given_names.toml`."""

    names: Words


class KnownNames(Table, frozen=True):
    """`known.toml`: names by the type of actor that they stand for."""

    armed_group: tuple[str, ...] = msgspec.field(name="armed-group")
    organisation: tuple[str, ...]
    media: tuple[str, ...]


@cache
def given_names() -> frozenset[str]:
    """Returns the given names in lower case, read once."""
    return frozenset(load_lexicon(Path(__file__).with_name("given_names.toml"), GivenNames).names.split())


@cache
def known_types() -> dict[str, ActorType]:
    """Returns the type of each well-known name, by its key."""
    known = load_lexicon(Path(__file__).with_name("known.toml"), KnownNames)
    lists: tuple[tuple[tuple[str, ...], ActorType], ...] = (
        (known.media, "media"),
        (known.organisation, "organisation"),
        (known.armed_group, "armed-group"),
    )
    return {name_key(name): kind for names, kind in lists for name in names}


@cache
def word_lists() -> WordLists:
    """Returns the word lists, read once."""
    return load_lexicon(Path(__file__).with_name("words.toml"), WordLists)


def words_in(words: Words) -> frozenset[str]:
    """Returns the words of one string."""
    return frozenset(words.split())


@cache
def states() -> States:
    """Returns the table of states, read once."""
    return load_lexicon(Path(__file__).with_name("states.toml"), States)
