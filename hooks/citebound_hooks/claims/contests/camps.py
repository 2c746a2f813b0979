"""Whether two claims come from one source or one camp, and how they stand to each other in the text."""

from __future__ import annotations

import re
from functools import lru_cache

from citebound_hooks.claims.contests.sides import Side
from citebound_hooks.claims.words import words

_PLAIN = re.compile(r"(?:the|l[ae]s?)\s(?:[\w-]{2,20}['’]s?\s)?([^\W\d_]{3,20})")
PERSONAL = frozenset(
    {"he", "she", "it", "they", "him", "her", "them", "who", "which", "il", "elle", "ils", "elles", "lui"}
)
_FIRST = frozenset({"i", "we", "je", "j'", "j’", "nous"})
_PERSONS = frozenset({"person", "official"})
_OWN = {  # possessives before who speaks for somebody, and whether that is a person; None if it may be either
    "its": False,
    "their": False,
    "leur": False,
    "his": True,
    "her": True,
    "son": None,
    "sa": None,
    "ses": None,
}
_POSSESSIVES = tuple(f"{word} " for word in _OWN)
_TITLE = 5  # words of a source that tell whether it speaks for somebody


def same_source(one: Side, other: Side) -> bool:
    """Tells whether one actor speaks, one phrase names both, or nobody else has spoken before a pronoun."""
    if one.actor is not None and other.actor is not None:
        return one.actor.id == other.actor.id
    if one.source in _FIRST and inside(one, other):
        return True  # "WREN: I deny it"
    if one.claim.source is None or other.claim.source is None:
        return False
    unnamed = abs(one.sentence - other.sentence) <= 1 and one.actor is None and other.actor is None
    if unnamed and ({one.source, other.source} & PERSONAL or one.source.startswith(("one of", "the same"))):
        return True
    return one.source == other.source or (
        one.actor is other.actor and _head(one.source) == _head(other.source) != ""
    )


def one_camp(one: Side, other: Side) -> bool:
    """Tells whether two claims come from one source, or one speaks for the other: "the Front", "its spokesman"."""
    if same_source(one, other) or not one.speaker.isdisjoint(other.speaker):
        return True
    return other.kind != "accuse" and one.number - other.number == 1 and speaks_for(one, other)


def speaks_for(one: Side, other: Side) -> bool:
    """Whether the later one is the voice of who spoke before it, by its possessive: "its spokesman"."""
    if not one.source.startswith(_POSSESSIVES):
        return False
    first, *rest = one.source.split()[:_TITLE]
    if one.block is not other.block or words().voice_of.isdisjoint(rest):
        return False
    person = other.actor is not None and other.actor.type in _PERSONS
    return _OWN[first] in (None, person)


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
