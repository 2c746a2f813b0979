"""Whether two claims come from one source, and how they stand to each other in the text."""

from __future__ import annotations

import re
from functools import lru_cache

from citebound_hooks.claims.linking.sides import Side

_PLAIN = re.compile(r"(?:the|l[ae]s?)\s(?:[\w-]{2,20}['’]s?\s)?([^\W\d_]{3,20})")
PERSONAL = frozenset(
    {"he", "she", "it", "they", "him", "her", "them", "who", "which", "il", "elle", "ils", "elles", "lui"}
)


def same_source(one: Side, other: Side) -> bool:
    """Tells whether one actor speaks, one phrase names both, or nobody else has spoken before a pronoun."""
    if one.actor is not None and other.actor is not None:
        return one.actor.id == other.actor.id
    if one.claim.source is None or other.claim.source is None:
        return False
    unnamed = abs(one.sentence - other.sentence) <= 1 and one.actor is None and other.actor is None
    if unnamed and ({one.source, other.source} & PERSONAL or one.source.startswith(("one of", "the same"))):
        return True
    return one.source == other.source or (
        one.actor is other.actor and _head(one.source) == _head(other.source) != ""
    )


@lru_cache(maxsize=4096)  # the same few speakers are compared time and again
def _head(source: str) -> str:
    """The noun of "the elders" and of "the clan's elders"; empty for what is no such plain phrase."""
    found = _PLAIN.fullmatch(source)
    return found[1] if found else ""


def passes_on(outer: Side) -> bool:
    """Whether a claim only passes on what somebody else says: "The Herald reported that an engineer said …"."""
    return outer.kind in ("report", "say")


def inside(inner: Side, outer: Side) -> bool:
    """Tells whether a claim's cue stands in the content of another."""
    return any(start <= inner.place < end for start, end in outer.claim.content)


def nested(one: Side, other: Side) -> bool:
    """Whether one claim stands inside the other."""
    return inside(one, other) or inside(other, one)
