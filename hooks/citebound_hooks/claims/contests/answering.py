"""Answers: the charged speak for themselves, a source holds on, knows of no such thing, or speaks of who told it."""

from __future__ import annotations

from citebound_hooks.claims.contests.denials import names
from citebound_hooks.claims.contests.negations import is_elliptic
from citebound_hooks.claims.contests.pointers import is_anaphoric, of_such
from citebound_hooks.claims.contests.sides import Side
from citebound_hooks.claims.words import words

_CHARGED = 2  # sentences between a charge and the answer
_NEXT = 2  # claims between what is told and the answer
_BY = frozenset({"by", "par"})


def answers(one: Side, other: Side) -> bool:
    """Whether the later claim answers the one before it."""
    gap = one.sentence - other.sentence
    if one.block is not other.block or gap > _CHARGED:
        return False
    if one.kind != "accuse" and _is_charged(one, other):
        return True
    return gap <= 1 and (_knows_of_none(one, other) or _holds_on(one, other) or _speaks_of_teller(one, other))


def _is_charged(one: Side, other: Side) -> bool:
    """Whether those speak whom the other charges with something."""
    if other.kind == "accuse" or not other.teller.isdisjoint(words().prosecuting):
        return names(one, other)
    return _has_done(one, other) or (
        one.negative and not other.negative and one.sentence - other.sentence <= 1 and names(one, other)
    )


def _has_done(one: Side, other: Side) -> bool:
    """Whether one speaks who did something wrong as the other tells it: "guards of Quellan beat him"."""
    wrong = other.wrong
    if wrong is None:
        return False
    told = other.opening
    mine = [at for at, word in enumerate(told) if word in one.speaker or word in one.named]
    return bool(mine) and (
        mine[0] < wrong or any(not _BY.isdisjoint(told[max(0, at - 2) : at]) for at in mine)
    )


def _knows_of_none(one: Side, other: Side) -> bool:
    """Whether one knows nothing of what the other tells: "no such case", "no record of this", "it would not"."""
    if not one.negative or one.number - other.number > _NEXT:
        return False
    return any(of_such(phrase) or is_elliptic(phrase) for phrase in one.phrases)


def _holds_on(one: Side, other: Side) -> bool:
    """Whether a source retorts, or holds on to an account of the same thing: "insists that", "However, …"."""
    if one.cue in words().retorting:
        return one.number - other.number <= _NEXT
    if one.cue not in words().insisting and not one.set_against:
        return False
    taken_up = one.number - other.number == 1 and bool(one.phrases) and is_anaphoric(one.phrases[0])
    return taken_up or not one.stems.isdisjoint(other.stems)


def _speaks_of_teller(one: Side, other: Side) -> bool:
    """Whether one says of the other's source what takes the ground from it: "the clerk does not exist"."""
    return one.kind != "accuse" and not one.definite.isdisjoint(other.teller)
