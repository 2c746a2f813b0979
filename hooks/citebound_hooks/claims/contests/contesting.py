"""Which claims deny, reject or contradict which others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound_hooks.claims.contests.accounts import (
    contradicts,
    counts_otherwise,
    set_beside,
)
from citebound_hooks.claims.contests.answering import answers
from citebound_hooks.claims.contests.camps import nested, one_camp
from citebound_hooks.claims.contests.continued import with_continued
from citebound_hooks.claims.contests.culprits import blames_another
from citebound_hooks.claims.contests.denials import denies, is_denial, recants, rivals
from citebound_hooks.claims.contests.pointing import (
    BACK,
    NEAR,
    beside,
    denies_something,
    is_pointing,
    meant,
    unnamed,
)
from citebound_hooks.claims.contests.sides import Side

_AGAINST = frozenset({"deny", "claim-responsibility"})
_CLOSE = 2  # sentences between two accounts of one thing


def contested(sides: Sequence[Side]) -> list[list[int]]:
    """Returns for each claim the numbers of the claims that contest it, before it or after it."""
    found: list[list[int]] = [[] for _ in sides]
    for later, one in enumerate(sides):
        if one.kind == "deny" and not is_denial(one):
            continue
        back = meant(sides, later) if denies_something(one) and is_pointing(one) else None
        if back is not None:
            for said in (back, *beside(sides, later, back)):
                found[said].append(later)
        if back is not None or (one.kind == "deny" and one.pronoun):
            continue
        linked = False
        for other in _before(sides, later):
            if _contests(one, other):
                found[other.number].append(later)
            elif _opposes(other, one):
                found[later].append(other.number)
            else:
                continue
            linked = True
        if not linked and one.kind == "deny" and not one.claim.negated:
            nearest = unnamed(sides, later)
            if nearest is not None:
                found[nearest].append(later)
    return with_continued(sides, found)


def _before(sides: Sequence[Side], later: int) -> Iterator[Side]:
    """Yields the claims near one and before it that it may contest, the nearest first."""
    one = sides[later]
    opposes = one.kind in _AGAINST
    for earlier in range(later - 1, max(-1, later - BACK - 1), -1):
        other = sides[earlier]
        gap = one.sentence - other.sentence
        if gap > NEAR:
            return
        if not (opposes or other.kind in _AGAINST or (one.doing and other.doing)) and (
            gap > _CLOSE or one.block is not other.block
        ):
            continue  # most claims of other paragraphs say something else, which is seen at once
        if one.claim.negated or other.claim.negated or (one.claim.source is other.claim.source is None):
            continue
        if one_camp(one, other) and not recants(one, other):
            continue
        if "deny" in (one.kind, other.kind) or not nested(one, other):
            yield other


def _opposes(one: Side, other: Side) -> bool:
    """Whether a denial or a claim of responsibility stands against the other, before or behind it."""
    if one.kind == "deny":
        return other.kind != "deny" and denies(one, other)
    return one.kind == "claim-responsibility" and rivals(one, other)


def _contests(one: Side, other: Side) -> bool:
    """Whether the later claim stands against the one before it."""
    if _opposes(one, other) or (one.doing and other.doing and blames_another(one, other)):
        return True
    if not (one.is_account and other.is_account):
        return False
    if recants(one, other) or counts_otherwise(one, other):
        return True
    if one.agrees:
        return False
    return contradicts(one, other) or (
        other.kind != "deny" and (answers(one, other) or set_beside(one, other))
    )
