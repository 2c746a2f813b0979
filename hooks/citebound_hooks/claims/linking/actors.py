"""Which actor a source is, and which actors a content speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citebound.model import Actor, Span
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.linking.places import Places

_PERSON = frozenset({"person", "official", "unknown"})
_BODY = frozenset({"armed-group", "state", "organisation", "media", "population"})
_FITTING = {
    "he": _PERSON,
    "she": _PERSON,
    "it": frozenset({"armed-group", "state", "organisation", "media"}),
    "they": _BODY,
    "who": _PERSON | _BODY,
    "which": _BODY,
}
_SPEAKS_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|representatives?|envoy|statement|communiqu[eé]|officials?)\s+(?:for|of|from|by)\s+(?:the\s+)?$",
    re.I,
)
_BELONGS = re.compile(r"\b(?:of|for|from|in|at|by|with|to|against|on|near|under)\s+(?:the\s+|a\s+)?$", re.I)


def actor_of(text: str, source: Place, mentions: Places[Actor]) -> Actor | None:
    """Returns the actor whose mention is the head of a source's noun phrase, or None."""
    start, end = source
    for span, actor in mentions.within(start, end):
        before = text[start : span.start]
        if text[span.end : span.end + 2] in ("'s", "’s") and span.end < end:
            continue  # "Ghali's group" is not Ghali
        if _BELONGS.search(before) and not _SPEAKS_FOR.search(before):
            continue
        return actor
    return None


def pronoun_actor(
    text: str, claim: Found, earlier: Sequence[tuple[Found, Actor | None]], mentions: Places[Actor]
) -> Actor | None:
    """Returns the actor that a pronoun stands for, if the sentence before leaves no doubt."""
    if claim.source is None:
        return None
    kinds = _FITTING.get(text[slice(*claim.source)].lower())
    if kinds is None:
        return None
    block = claim.passage.sentence.block
    near = _fitting_before(claim, kinds, mentions, block.start)
    for previous, actor in reversed(earlier[-3:]):
        if actor is not None and actor.type in kinds and previous.passage.sentence.block == block:
            return (
                actor
                if len(near) <= 1 or previous.passage.sentence.index >= claim.passage.sentence.index - 1
                else None
            )
    return near[0] if len(near) == 1 else None


def _fitting_before(claim: Found, kinds: frozenset[str], mentions: Places[Actor], low: int) -> list[Actor]:
    assert claim.source is not None
    found: list[Actor] = []
    for _, actor in mentions.within(max(low, claim.source[0] - 600), claim.source[0]):
        if actor.type in kinds and actor not in found:
            found.append(actor)
    return found


def actors_in(places: Sequence[Place], mentions: Places[Actor]) -> list[tuple[Span, Actor]]:
    """Returns the mentions inside a content, in the order of the text."""
    return [item for start, end in places for item in mentions.within(start, end)]
