"""Ties between actors: a relationship where the report states it itself, else a note with the words.

STIX 2.1, section 5.1: names of relationships beyond the listed ones are allowed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from stix2 import v21

from citebound.model import Actor, Extraction, Relation
from citebound_hooks.exports.certainty import Certainty
from citebound_hooks.exports.stix.making import Maker, proof


def ties(extraction: Extraction, maker: Maker) -> Iterator[Any]:
    """Yields one object for each tie whose two actors are known, and a note for each role of an actor."""
    certainty = Certainty(extraction)
    for actor in extraction.actors:
        for relation in actor.relations:
            ends = maker.items("actors", [actor.id, relation.target])
            if len(ends) == 2:
                own = certainty.own_statement(actor, relation)
                yield (_relationship if own else _word_of)(actor, relation, ends, maker)
        yield from _roles(actor, maker)


def _relationship(actor: Actor, relation: Relation, ends: list[str], maker: Maker) -> Any:
    return maker.make(
        v21.Relationship,
        maker.name("relationship", [actor.id, relation]),
        relationship_type=relation.type,
        source_ref=ends[0],
        target_ref=ends[1],
        description=f"The text says: “{relation.span.exact}”",
        external_references=proof("relation", [relation.span]),
    )


def _word_of(actor: Actor, relation: Relation, ends: list[str], maker: Maker) -> Any:
    return maker.make(
        v21.Note,
        maker.name("note", [actor.id, relation]),
        abstract=f"Perhaps {relation.type}; said in a sentence with a claim or a hedge",
        content=f"The text says: “{relation.span.exact}”",
        object_refs=ends,
        external_references=proof("relation", [relation.span]),
    )


def _roles(actor: Actor, maker: Maker) -> Iterator[Any]:
    for role in actor.roles:
        yield maker.make(
            v21.Note,
            maker.name("note", [actor.id, role]),
            abstract="Role, as the text has it",
            content=f"“{role.title}”",
            object_refs=maker.items("actors", [actor.id, role.of]),
            external_references=proof("role", [role.span]),
        )
