"""Whom or what a claim holds to have done a deed: two such claims about one deed stand against each other."""

from __future__ import annotations

from citebound_hooks.claims.contests.denials import set_apart
from citebound_hooks.claims.contests.sides import Side
from citebound_hooks.claims.contests.stems import stem
from citebound_hooks.claims.words import words

_NEAR = 3  # sentences
_ACCOUNTS = frozenset({"say", "report", "assess"})


def blames_another(one: Side, other: Side) -> bool:
    """Whether both say who did it, and not the same."""
    mine, theirs = one.doing, other.doing
    if mine is None or theirs is None or mine.doer & theirs.doer:
        return False
    if one.claim.negated or other.claim.negated or one.sentence - other.sentence > _NEAR:
        return False
    if "claim-responsibility" in (one.kind, other.kind) and not {one.kind, other.kind} & _ACCOUNTS:
        return False
    return _of_one_deed(one, other) and not set_apart(one, other)


def _of_one_deed(one: Side, other: Side) -> bool:
    """Whether the deed is the same, as far as it is told, or the charge goes back to whoever made one."""
    mine, theirs = one.doing, other.doing
    if mine is None or theirs is None:
        return False
    if mine.deed & theirs.deed or {stem(word) for word in mine.doer} & other.teller:
        return True
    if one.set_against and one.sentence - other.sentence <= 1:
        return True  # "However, three boys said it was soldiers who had trained them"
    return not (mine.deed | theirs.deed) - words().deeds
