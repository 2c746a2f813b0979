"""The way of a statement: from whoever said it to the outlets that carried it."""

from __future__ import annotations

from collections.abc import Sequence

from citebound.model import Actor, ChainLink, Citation
from citebound_hooks.claims.found import Found
from citebound_hooks.claims.linking.actors import actor_of
from citebound_hooks.claims.linking.surroundings import Surroundings

Stop = tuple[str, Actor | None, str | None]


def chain_of(
    claim: Found, speaker: Actor | None, citations: Sequence[Citation], around: Surroundings
) -> tuple[ChainLink, ...]:
    """Returns the steps of a claim's way as the text names them; outlets side by side share a step."""
    steps = [_first(claim, speaker, around), _carrier(claim, citations, around), _outlets(citations, around)]
    return tuple(
        ChainLink(name=name, actor=actor.id if actor else None, citation=citation, step=number)
        for number, stops in enumerate(stops for stops in steps if stops)
        for name, actor, citation in stops
    )


def _first(claim: Found, speaker: Actor | None, around: Surroundings) -> list[Stop]:
    if claim.source is None:
        return []
    return [(speaker.name if speaker else around.text[slice(*claim.source)], speaker, None)]


def _carrier(claim: Found, citations: Sequence[Citation], around: Surroundings) -> list[Stop]:
    """To whom it was said first: a named recipient, or the origin that the citations declare."""
    if claim.recipient is not None:
        actor = actor_of(claim.recipient, around)
        name = around.text[slice(*claim.recipient)]
        return [] if _is_cited(name, citations) else [(actor.name if actor else name, actor, None)]
    origins = {item.origin for item in citations if item.kind == "source"}
    if len(origins) != 1 or claim.kind != "claim-responsibility":
        return []
    origin = origins.pop()
    if origin is None or _is_source(claim, origin, around):
        return []
    return [(origin, around.outlets.get(origin.casefold()), None)]


def _is_cited(name: str, citations: Sequence[Citation]) -> bool:
    """Whether the recipient is the outlet that is cited: "told the Courier … (Courier, May 2)"."""
    return any(item.outlet.casefold() in name.casefold() for item in citations)


def _is_source(claim: Found, name: str, around: Surroundings) -> bool:
    return claim.source is not None and name.casefold() in around.text[slice(*claim.source)].casefold()


def _outlets(citations: Sequence[Citation], around: Surroundings) -> list[Stop]:
    return [
        (item.outlet, around.outlets.get(item.outlet.casefold()), item.id)
        for item in citations
        if item.kind == "source"
    ]
