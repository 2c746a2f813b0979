"""Two accounts of one thing that can't both be right: another number, another outcome, or that it was not so."""

from __future__ import annotations

import re

from citebound_hooks.claims.contests.figures import both_of_dead, counts_what_was_named, other_number
from citebound_hooks.claims.contests.outcomes import exclude
from citebound_hooks.claims.contests.pointers import is_anaphoric
from citebound_hooks.claims.contests.sides import Side
from citebound_hooks.claims.words import words

_READ = 600  # characters between two claims that are looked at
_COUNTED = 2  # sentences of one paragraph between two counts of the dead
_NEGATED = 2  # sentences between what is told and that it was not so
_BETWEEN = 4  # claims
_SHORT = 10  # words of a content that says nothing else than that something was not
_RELATIVE = frozenset({"who", "which", "whom", "qui"})
# "X says …; Y says …", "… but Y says", "… whereas Y says": two accounts of one thing.
_CONTRAST = re.compile(
    r"(?:;|[,.:]?\s(?:but|whereas|while|although|though|mais|tandis que|alors que)\b)", re.I
)


def contradicts(one: Side, other: Side) -> bool:
    """Whether the later account tells another outcome, or that there was none of what the one before it tells."""
    return _has_other_outcome(one, other) or _negates(one, other)


def counts_otherwise(one: Side, other: Side) -> bool:
    """Whether one puts the number elsewhere that the other gave: "the police put the figure at 31"."""
    if one.block is not other.block or not (one.counts and other.counts):
        return False
    dead = both_of_dead(one, other)
    if one.sentence - other.sentence > (_COUNTED if dead else 1):
        return False
    counted = dead or bool({one.cue, other.cue} & words().counting) or counts_what_was_named(one)
    return counted and other_number(one, other)


def _has_other_outcome(one: Side, other: Side) -> bool:
    if one.block is not other.block or one.sentence - other.sentence > 2:
        return False
    return exclude(one.outcomes, other.outcomes, one.negative != other.negative)


def _negates(one: Side, other: Side) -> bool:
    """Whether one says that there was none of what the other tells: "there were no soldiers"."""
    if one.negative == other.negative or one.number - other.number > _BETWEEN:
        return False
    if one.sentence - other.sentence > _NEGATED:
        return False
    negative, positive = (one, other) if one.negative else (other, one)
    if negative.denied.isdisjoint(positive.roots):
        return False
    return len(negative.opening) <= _SHORT or len(negative.roots & positive.roots) > 1


def set_beside(one: Side, other: Side) -> bool:
    """Whether two sources give two accounts in one sentence, set against each other: "X says …, but Y says …"."""
    if one.sentence != other.sentence or other.claim.source is None or one.claim.source is None:
        return False
    if one.source in _RELATIVE:
        return False
    if one.claim.source[0] <= other.place or not _ends_before(other, one):
        return False
    between = one.text[other.place : one.claim.source[0]]
    if _CONTRAST.search(between[-_READ:]) is None:
        return between.endswith(", ") and _takes_up(one)  # "X says the list is forged, Y says it is genuine"
    return _of_one_thing(one, other)


def _of_one_thing(one: Side, other: Side) -> bool:
    """Whether both speak of one thing: in the same words, or the later one in a pronoun or as one who holds on."""
    return _takes_up(one) or one.cue in words().insisting or not one.stems.isdisjoint(other.stems)


def _takes_up(one: Side) -> bool:
    return bool(one.phrases) and is_anaphoric(one.phrases[0])


def _ends_before(other: Side, one: Side) -> bool:
    return all(end <= one.place for _, end in other.claim.content)
