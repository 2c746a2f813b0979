"""What a denial goes on to say instead: "rejects the charge and says its buses carried tourists"."""

from __future__ import annotations

from collections.abc import Sequence

from citebound_hooks.claims.contests.camps import PERSONAL, nested, same_source
from citebound_hooks.claims.contests.sides import Side
from citebound_hooks.claims.words import words

_RELATIVE = frozenset({"who", "which", "qui"})
_BEHIND = (
    "one of them",
    "its ",
    "son ",
    "sa ",
    "l'un d",
    "l’un d",
    "l'une d",
    "l’une d",
)  # who speaks behind a denial
_SHORT = 1  # words of what is denied: "contradicted his chief"
_STATEMENTS = frozenset({"say", "accuse", "deny", "report", "assess"})


def with_continued(sides: Sequence[Side], found: list[list[int]]) -> list[list[int]]:
    """Adds to what contests a claim what those who contest it say next."""
    for claim, against in enumerate(found):
        for denial in tuple(against):
            after = denial + 1
            if after >= len(sides) or after == claim or after in against or denial < claim:
                continue
            if _goes_on(sides[denial], sides[after]) or _explains(sides[denial], sides[after]):
                against.append(after)
    return found


def _goes_on(one: Side, other: Side) -> bool:
    if not (one.kind == "deny" or one.reverses) or other.kind not in ("say", "accuse", "deny"):
        return False
    if not (same_source(one, other) or (one.reverses and other.source in PERSONAL)):
        return False
    return one.sentence == other.sentence and not nested(one, other) and not other.claim.negated


def _explains(one: Side, other: Side) -> bool:
    """Whether the next sentence tells what a bare denial stands on: "Three workers denied this. One of them said"."""
    bare = one.points_back or (one.claim.rule == "verb.object" and len(one.said) <= _SHORT)
    if (
        one.claim.negated
        or not (one.kind == "deny" and bare)
        or other.kind not in _STATEMENTS
        or other.claim.negated
    ):
        return False
    if one.block is not other.block or other.sentence - one.sentence not in (0, 1) or nested(one, other):
        return False
    if other.cue in words().agreeing or other.cue in words().asking or other.source in _RELATIVE:
        return False
    if other.source in PERSONAL and other.actor is not None and other.actor is not one.actor:
        return False
    return other.source in PERSONAL or other.source.startswith(_BEHIND) or same_source(one, other)
