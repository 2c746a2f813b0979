"""What kind of word a word is, as bits: the first thing that the stages ask of a token."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from citebound.model.actor import ActorType
from citebound_hooks.actors.lexicon.french import french
from citebound_hooks.actors.lexicon.tables import State, states, word_lists

FUNCTION: Final = 1 << 0
CALENDAR: Final = 1 << 1
MONTH_NAME: Final = 1 << 2
PARTICLE: Final = 1 << 3
HONORIFIC: Final = 1 << 4
OFFICE: Final = 1 << 5
OFFICE_PART: Final = 1 << 6
PEOPLE: Final = 1 << 7
BODY: Final = 1 << 8
MODIFIER: Final = 1 << 9
PLACE: Final = 1 << 10
BEFORE_PLACE: Final = 1 << 11
COMPASS: Final = 1 << 12
REGION: Final = 1 << 13
LOCATIVE: Final = 1 << 14
DIRECTION: Final = 1 << 15
THING: Final = 1 << 16
THING_FIRST: Final = 1 << 17
FAITH: Final = 1 << 18
PEOPLES: Final = 1 << 19
NETWORK: Final = 1 << 20
FINITE: Final = 1 << 21
ADVERB: Final = 1 << 22
AGENT: Final = 1 << 23
DEMONYM: Final = 1 << 24
ARTICLE: Final = 1 << 26
MEDIUM: Final = 1 << 27
FACILITY: Final = 1 << 28
DISTINCT: Final = 1 << 29
DEED: Final = 1 << 30

GROUP: Final = PEOPLE | BODY | MEDIUM
TITLE: Final = OFFICE | HONORIFIC
NO_NAME: Final = FUNCTION | CALENDAR


class Geography(NamedTuple):
    """Names of states, capitals and peoples, by their lower-case form.

    Attributes:
        states: Form of a state or capital -> its common name.
    """

    states: dict[str, str]


@cache
def kinds() -> dict[str, int]:
    """Returns the bits of every word of the lexicons, by its lower-case form."""
    lists = word_lists()
    table: dict[str, int] = {}
    for bit, words in _bits(lists.function, lists.months, lists.days):
        _mark(table, words.split(), bit)
    people, bodies = lists.people, lists.bodies
    for words in (people.armed_group, people.official, people.organisation, people.population):
        _mark(table, words.split(), PEOPLE)
    for words in (bodies.armed_group, bodies.state, bodies.organisation, bodies.population):
        _mark(table, words.split(), BODY)
    _mark(table, ("the", "a", "an"), ARTICLE)
    for state in states().states.values():
        _mark(table, _demonyms(state), DEMONYM)
    _mark_french_nouns(table)
    return table


def _mark_french_nouns(table: dict[str, int]) -> None:
    nouns = french().nouns
    for words, bit in (
        (nouns.honorifics, HONORIFIC),
        (nouns.offices, OFFICE),
        (nouns.office_parts, OFFICE_PART),
        (nouns.bodies_armed_group, BODY),
        (nouns.bodies_state, BODY),
        (nouns.bodies_organisation, BODY),
        (nouns.bodies_media, MEDIUM),
        (nouns.people_armed_group, PEOPLE),
        (nouns.people_official, PEOPLE),
        (nouns.people_organisation, PEOPLE),
        (nouns.people_population, PEOPLE),
    ):
        _mark(table, words.split(), bit)


@cache
def grammar(language: str | None) -> dict[str, int]:
    """Returns the bits that words have in a language alone, by their lower-case form."""
    if language != "fr":
        return {}
    words, table = french().grammar, dict[str, int]()
    for each, bit in (
        (words.article, ARTICLE),
        (words.function, FUNCTION),
        (words.calendar, CALENDAR),
        (words.locative, LOCATIVE),
        (words.direction, DIRECTION),
        (words.agent, AGENT),
        (words.finite, FINITE),
        (words.joins, PARTICLE),
    ):
        _mark(table, each.split(), bit)
    return table


def _bits(function: str, months: str, days: str) -> Iterable[tuple[int, str]]:
    lists = word_lists()
    return (
        (FUNCTION, function),
        (CALENDAR, f"{months} {days}"),
        (MONTH_NAME, lists.month_names),
        (PARTICLE, lists.particles),
        (HONORIFIC, lists.honorifics),
        (OFFICE, lists.offices),
        (OFFICE_PART, lists.office_parts),
        (MODIFIER, lists.modifiers.words),
        (DISTINCT, lists.modifiers.distinct),
        (PLACE, lists.places.nouns),
        (FACILITY, lists.places.facilities),
        (BEFORE_PLACE, lists.places.before),
        (COMPASS, lists.places.compass),
        (REGION, lists.places.regions),
        (LOCATIVE, lists.places.locative),
        (DIRECTION, lists.places.direction),
        (THING, lists.things.nouns),
        (THING_FIRST, lists.things.first),
        (FAITH, lists.faiths.words),
        (PEOPLES, lists.faiths.peoples),
        (DEMONYM, lists.faiths.people_adjectives),
        (NETWORK, lists.networks.words),
        (FINITE, lists.verbs.finite),
        (DEED, lists.verbs.deeds),
        (ADVERB, lists.verbs.adverbs),
        (AGENT, lists.verbs.agent),
        (MEDIUM, lists.bodies.media),
    )


def _mark(table: dict[str, int], words: Iterable[str], bit: int) -> None:
    for word in words:
        table[word] = table.get(word, 0) | bit


def _demonyms(state: State) -> Iterable[str]:
    return (word.lower() for form in state.demonyms for word in form.split())


@cache
def geography() -> Geography:
    """Returns the table of states and capitals."""
    table = states()
    names = {name.lower(): name for name in table.states}
    variants = {form.lower(): name for form, name in table.variants.items()}
    capitals = {state.capital.lower(): state.capital for state in table.states.values() if state.capital}
    capital_variants = {form.lower(): name for form, name in table.capital_variants.items()}
    return Geography(capital_variants | capitals | variants | names)


@cache
def noun_types() -> dict[str, ActorType]:
    """Returns the type of actor that the noun of a group makes, by its lower-case form."""
    people, bodies = word_lists().people, word_lists().bodies
    nouns = french().nouns
    order: tuple[tuple[str, ActorType], ...] = (
        (nouns.people_population, "population"),
        (nouns.people_organisation, "organisation"),
        (nouns.bodies_media, "media"),
        (nouns.bodies_organisation, "organisation"),
        (nouns.people_official, "official"),
        (nouns.bodies_state, "state"),
        (nouns.people_armed_group, "armed-group"),
        (nouns.bodies_armed_group, "armed-group"),
        (people.population, "population"),
        (bodies.population, "population"),
        (people.organisation, "organisation"),
        (bodies.media, "media"),
        (bodies.organisation, "organisation"),
        (people.official, "official"),
        (bodies.state, "state"),
        (people.armed_group, "armed-group"),
        (bodies.armed_group, "armed-group"),
    )
    return {word: kind for words, kind in order for word in words.split()}
