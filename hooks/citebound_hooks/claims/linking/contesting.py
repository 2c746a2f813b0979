"""Which claims deny, reject or contradict which others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound_hooks.claims.linking.accounts import contradicts, holds_on
from citebound_hooks.claims.linking.camps import nested, same_source
from citebound_hooks.claims.linking.continued import with_continued
from citebound_hooks.claims.linking.culprits import blames_another
from citebound_hooks.claims.linking.denials import denies, rivals
from citebound_hooks.claims.linking.pointing import (
    BACK,
    NEAR,
    beside,
    denies_something,
    is_pointing,
    meant,
    unnamed,
)
from citebound_hooks.claims.linking.sides import Side
from citebound_hooks.claims.words import words

_ECHOED = 2  # sentences between what is said and the same words with a "not"
_AGAINST = frozenset({"deny", "claim-responsibility"})


def contested(sides: Sequence[Side]) -> list[list[int]]:
    """Returns for each claim the numbers of the claims that contest it, before it or after it."""
    found: list[list[int]] = [[] for _ in sides]
    for later, one in enumerate(sides):
        back = meant(sides, later) if denies_something(one) and is_pointing(one) else None
        if back is not None:
            for said in (back, *beside(sides, later, back)):
                found[said].append(later)
        if back is not None or (one.kind == "deny" and one.pronoun):
            continue
        linked = False
        for earlier in _others(sides, later):
            other = sides[earlier]
            if _contests(one, other):
                against = earlier, later
            elif _contests(other, one):
                against = later, earlier
            else:
                continue
            found[against[0]].append(against[1])
            linked = True
        if not linked and one.kind == "deny" and not one.claim.negated:
            nearest = unnamed(sides, later)
            if nearest is not None:
                found[nearest].append(later)
    return with_continued(sides, found)


def _others(sides: Sequence[Side], later: int) -> Iterator[int]:
    """Yields the claims before one that other sources make near it, the nearest first."""
    one = sides[later]
    opposes = one.kind in _AGAINST or one.cue in words().counting or holds_on(one)
    for earlier in range(later - 1, max(-1, later - BACK - 1), -1):
        other = sides[earlier]
        gap = one.sentence - other.sentence
        if gap > NEAR:
            return
        if not (opposes or gap == 0 or _may_differ(one, other, gap)):
            continue  # most claims say something else, which is seen at once
        if same_source(one, other) or one.cue in words().unwilling or other.cue in words().unwilling:
            continue
        if "deny" in (one.kind, other.kind) or not nested(one, other):
            yield earlier


def _may_differ(one: Side, other: Side, gap: int) -> bool:
    """Whether a claim may stand against one of another sentence, by what is seen at once."""
    if other.kind in _AGAINST or other.cue in words().counting:
        return True
    if gap <= _ECHOED and (one.negative != other.negative or (one.of_dead and other.of_dead)):
        return True
    if gap == 1 and one.definite and not one.definite.isdisjoint(other.teller):
        return True
    return one.doing is not None and other.doing is not None


def _contests(one: Side, other: Side) -> bool:
    if one.kind == "deny" and other.kind != "deny":
        return not one.claim.negated and not other.claim.negated and denies(one, other)
    if blames_another(one, other):
        return True
    if one.kind == "claim-responsibility" and not one.claim.negated:
        return rivals(one, other)
    return contradicts(one, other)
