"""Who is named: actors, with their other names, offices and ties."""

from __future__ import annotations

from typing import Literal

from citebound.model.span import Span
from citebound.model.value import Value

ActorType = Literal[
    "armed-group", "person", "official", "state", "organisation", "media", "population", "unknown"
]
AliasKind = Literal["acronym", "translation", "apposition", "short-name", "title", "variant"]
RelationType = Literal["member-of", "leads", "part-of", "allied-with", "opposes", "pledged-to", "split-from"]


class Alias(Value, frozen=True, kw_only=True):
    """Another form of an actor's name that the text itself ties to it."""

    form: str
    kind: AliasKind
    span: Span


class Role(Value, frozen=True, kw_only=True):
    """A title or office of a person; `of` is the actor's id in which it is held."""

    title: str
    of: str | None
    span: Span


class Relation(Value, frozen=True, kw_only=True):
    """A tie to another actor; `span` are the words that say so."""

    type: RelationType
    target: str
    span: Span


class Actor(Value, frozen=True, kw_only=True):
    """A named person, group, organisation, state or medium that acts, speaks or is acted upon.

    Attributes:
        id: `A1` …, given by the host in the order of the text.
        name: The fullest form of the name that the text has.
        salience: 0 to 1; the actor that matters most to the report has the highest.
        rule: What made it.
    """

    id: str
    name: str
    type: ActorType
    aliases: tuple[Alias, ...] = ()
    roles: tuple[Role, ...] = ()
    relations: tuple[Relation, ...] = ()
    mentions: tuple[Span, ...] = ()
    salience: float = 0.0
    rule: str
