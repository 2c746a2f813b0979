"""Actors as identities (STIX 2.1, section 4.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from stix2 import v21

from citebound.model import Actor, Extraction
from citebound_hooks.exports.agents import agent_types
from citebound_hooks.exports.stix.making import Maker, proof


def identities(extraction: Extraction, maker: Maker) -> Iterator[Any]:
    """Yields an identity for each actor, with its mentions as proof."""
    for actor in extraction.actors:
        yield maker.make(
            v21.Identity,
            maker.items("actors", [actor.id])[0],
            name=actor.name,
            identity_class=agent_types().stix[actor.type],
            description=_also_called(actor),
            labels=[actor.type, *maker.marks(actor.rule)],
            external_references=proof("mention", sorted(set(actor.mentions))),
        )


def _also_called(actor: Actor) -> str:
    forms = dict.fromkeys(f"“{alias.form}” ({alias.kind})" for alias in actor.aliases)
    return f"Also called in the text: {', '.join(forms)}." if forms else ""
