"""Denials, and claims of responsibility, against what others say."""

from __future__ import annotations

from citebound_hooks.claims.contests.camps import same_source
from citebound_hooks.claims.contests.sides import Side
from citebound_hooks.claims.words import words

_DENY = (
    "den",
    "dément",
    "nie",
    "contest",
    "disput",
    "refut",
    "rebut",
    "contradict",
    "disown",
    "disavow",
    "retract",
    "withdr",
    "recant",
    "ruled out",
)
_CLAUSE = (".that", ".clause", ".quote")
_HEAD = 8  # words of an object that tell whether it is something said
_RECANTED = 2  # sentences and claims
_SHORT = 4  # words of a content that only points back: "the charge", "this"
_ATTRIBUTIONS = frozenset({"verb.object", "passive"})


def is_denial(one: Side) -> bool:
    """Whether what is rejected can be true or false: a report or a charge, not a request or a minister."""
    if one.points_back or one.cue.startswith(_DENY) or not one.claim.rule.endswith(".object"):
        return True
    lists = words()
    return any(
        word in lists.said or word in lists.guilt or word.endswith("ing") for word in one.opening[:_HEAD]
    )


def recants(one: Side, other: Side) -> bool:
    """Whether a source admits later that what it told was not so: "later conceded that nobody had been inside"."""
    lists = words()
    if one.negative == other.negative or one.cue not in lists.agreeing:
        return False
    if lists.afterwards.isdisjoint(one.claim.passage.words):
        return False
    near = one.number - other.number <= _RECANTED and one.sentence - other.sentence <= _RECANTED
    own = one.sentence == other.sentence or same_source(one, other)
    return near and own and one.block is other.block


def denies(one: Side, other: Side) -> bool:
    """Whether one claim denies the other: the accused speaks, or both speak of the same."""
    if not is_denial(one) or (one.place < other.place and one.points_back):
        return False  # what it denies stands before it
    gap = abs(one.sentence - other.sentence)
    accused = names(one, other)
    shared = len(one.stems & other.stems)
    if other.kind in ("accuse", "claim-responsibility") and (accused or (gap <= 1 and shared)):
        return True
    return shared >= 2 or (bool(shared) and (accused or (gap <= 1 and len(one.said) <= _SHORT)))


def names(one: Side, other: Side) -> bool:
    """Whether one is the claim of somebody whom the other names."""
    return bool(one.speaker & other.said) or (one.actor is not None and one.actor.id in other.spoken_of)


def rivals(one: Side, other: Side) -> bool:
    """Whether a claim of responsibility stands against an attribution to somebody else."""
    gap = abs(one.sentence - other.sentence)
    if other.kind == "claim-responsibility":
        differ = one.actor is not None and other.actor is not None  # that they are two was seen before
        return differ and not other.claim.negated and one.place > other.place and gap <= 2
    if other.claim.rule not in _ATTRIBUTIONS or other.kind not in ("accuse", "assess"):
        return False
    if set_apart(one, other) or other.lemma not in words().blaming:
        return False
    if one.speaker and 2 * len(one.speaker & other.said) >= len(one.speaker):
        return False  # attributed to those who claim it
    if gap == 0:
        return one.place > other.place
    return gap <= 1 or (gap == 2 and not words().contrast.isdisjoint(one.claim.passage.words[:3]))


def set_apart(one: Side, other: Side) -> bool:
    """Whether they speak of different deeds, or leave several doers open: "the first bomb … the second"."""
    mine, theirs = one.ordinals, other.ordinals
    return bool(mine and theirs and not mine & theirs) or one.leaves_open or other.leaves_open
