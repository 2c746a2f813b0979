"""Which actor "the minister" or "the group" is: the only one that the text before it has introduced as such."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citebound.model import Actor
from citebound_hooks.claims.found import Place
from citebound_hooks.claims.linking.surroundings import Surroundings
from citebound_hooks.claims.words import words

_DESCRIPTION = re.compile(
    r"(?:the|this|le|la|l['’]|ce|cette)\s{0,2}((?:former\s|[a-zà-ÿ-]{3,16}\s){0,2})([a-zà-ÿA-Z][a-zà-ÿ-]{3,16})",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_LOOK_BACK = 600  # characters
_FIRST_WORDS = 2  # the head of a French title stands first: "ministre de l'Intérieur"


def described(source: Place, around: Surroundings) -> Actor | None:
    """Returns the actor whom a definite description without a name means; None where two may be meant."""
    phrase = _DESCRIPTION.fullmatch(around.text[slice(*source)])
    if phrase is None:
        return None
    head, others = phrase[2].lower(), frozenset(_WORD.findall(phrase[1].lower()))
    holders = [actor for actor in around.holders.get(head, ()) if _is_before(actor, source[0])]
    if holders:
        fitting = [actor for actor in holders if others <= _titles(actor)]
        return fitting[0] if len(fitting) == 1 and len(holders) == 1 else None
    if head not in words().bodies or others:
        return None
    return _only(actor for actor in _lately(source[0], around) if actor.type in words().bodies[head])


def _is_before(actor: Actor, offset: int) -> bool:
    return bool(actor.mentions) and actor.mentions[0].start < offset


def _titles(actor: Actor) -> frozenset[str]:
    return frozenset(word for role in actor.roles for word in _WORD.findall(role.title.lower()))


def _lately(offset: int, around: Surroundings) -> Iterable[Actor]:
    low = max(around.text.rfind("\n\n", 0, offset), offset - _LOOK_BACK, 0)
    return (actor for _, actor in around.mentions.within(low, offset))


def _only(actors: Iterable[Actor]) -> Actor | None:
    found = {actor.id: actor for actor in actors}
    return next(iter(found.values())) if len(found) == 1 else None
