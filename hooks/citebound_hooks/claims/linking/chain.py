"""The way of a statement: from whoever said it to the outlets that carried it."""

from __future__ import annotations

from collections.abc import Sequence

from citebound.model import Actor, ChainLink, Citation
from citebound_hooks.claims.found import Found
from citebound_hooks.claims.linking.actors import actor_of
from citebound_hooks.claims.linking.places import Places


def chain_of(
    text: str,
    claim: Found,
    speaker: Actor | None,
    citations: Sequence[Citation],
    mentions: Places[Actor],
    outlets: dict[str, Actor],
) -> tuple[ChainLink, ...]:
    """Returns the steps of a claim's way as the text names them; outlets side by side share a step."""
    steps: list[list[ChainLink]] = []
    if claim.source is not None:
        name = speaker.name if speaker else text[slice(*claim.source)]
        steps.append([_link(name, speaker, None, len(steps))])
    if claim.recipient is not None:
        receiver = actor_of(text, claim.recipient, mentions)
        name = receiver.name if receiver else text[slice(*claim.recipient)]
        steps.append([_link(name, receiver, None, len(steps))])
    carried = [item for item in citations if item.kind == "source"]
    if carried:
        step = len(steps)
        steps.append([_link(c.outlet, outlets.get(c.outlet.casefold()), c.id, step) for c in carried])
    return tuple(link for step in steps for link in step)


def _link(name: str, actor: Actor | None, citation: str | None, step: int) -> ChainLink:
    return ChainLink(name=name, actor=actor.id if actor else None, citation=citation, step=step)


def outlets_by_name(actors: Sequence[Actor]) -> dict[str, Actor]:
    """Returns the actors by each of their names, for looking up an outlet."""
    known: dict[str, Actor] = {}
    for actor in actors:
        for name in (actor.name, *(alias.form for alias in actor.aliases)):
            known.setdefault(name.casefold(), actor)
    return known
