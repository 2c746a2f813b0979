"""Two accounts of one thing that can't both be right, though neither is a denial."""

from __future__ import annotations

import re

from citebound_hooks.claims.linking.figures import both_of_dead, other_number
from citebound_hooks.claims.linking.pointers import of_such
from citebound_hooks.claims.linking.sides import Side
from citebound_hooks.claims.words import words

_READ = 600  # characters between two claims that are looked at
_COUNTED = 2  # sentences of one paragraph between two counts of the dead
_OWN = ("its ", "his ", "her ", "their ", "son ", "sa ", "ses ", "leur ")  # who speaks for the other
REQUESTS = (".person", ".for", ".to")
_ACCOUNTS = frozenset({"say", "report", "assess", "deny", "accuse"})
# "X says …; Y says …", "… but Y says", "… whereas Y says": two accounts of one thing.
_CONTRAST = re.compile(
    r"(?:;|[,.:]?\s(?:but|whereas|while|although|though|mais|tandis que|alors que)\b)", re.I
)
_BUT = re.compile(r",\s(?:but|whereas|mais|tandis que|alors que)\s$", re.I)  # right before another speaker
_ANAPHORIC = re.compile(r"\W*(?:it|he|she|they|there|its|his|her|their|il|elle|ils|elles)\b", re.I)


def contradicts(one: Side, other: Side) -> bool:
    """Whether one gives an account that stands against that of the other."""
    if one.place < other.place or not {one.kind, other.kind} <= _ACCOUNTS:
        return False
    return (
        _differ(one, other)
        or _speaks_of(one, other)
        or _insists(one, other)
        or _counts_otherwise(one, other)
        or _negates(one, other)
    )


def holds_on(one: Side) -> bool:
    """Whether a source holds on to its account: "insists that", "However, …"."""
    return one.cue in words().insisting or one.set_against


def opening(one: Side) -> frozenset[str]:
    """The words that open the sentence of a claim."""
    return frozenset(one.claim.passage.words[:3])


def _negates(one: Side, other: Side) -> bool:
    """Whether one says that something was not so which the other says, in the same words."""
    if one.claim.negated or other.claim.negated or one.negative == other.negative or _asks(other):
        return False
    named = bool(one.speaker & other.said) or (one.actor is not None and one.actor.id in other.spoken_of)
    return len(one.stems & other.stems) >= 2 or (
        named and one.negative and one.sentence - other.sentence <= 1
    )


def _speaks_of(one: Side, other: Side) -> bool:
    """Whether one answers with what it has to say of the other speaker: "the clerk does not exist"."""
    if one.block is not other.block or one.sentence - other.sentence > 1 or _asks(other):
        return False
    own = one.claim.source is None or one.source.startswith(_OWN) or bool(one.teller & other.teller)
    return not (own or one.claim.negated or other.claim.negated) and bool(one.definite & other.teller)


def _asks(one: Side) -> bool:
    """Whether a claim only asks for something, which nobody can contest."""
    return one.cue in words().asking or one.claim.rule.endswith(REQUESTS)


def _insists(one: Side, other: Side) -> bool:
    """Whether a source holds on to an account against that of another: "…, but X insists that …"."""
    if one.sentence - other.sentence > 1 or _asks(other):
        return False
    if one.cue in words().retorting and other.kind == "accuse":
        return True
    if one.negative and other.kind in ("accuse", "say", "report") and any(map(of_such, one.phrases)):
        return one.block is other.block
    return holds_on(one) and bool(one.stems & other.stems)


def _counts_otherwise(one: Side, other: Side) -> bool:
    """Whether one puts the number elsewhere that the other gave: "the police put the figure at 31"."""
    dead = both_of_dead(one, other)
    if one.sentence - other.sentence > (_COUNTED if dead and one.block is other.block else 1):
        return False
    return (dead or bool({one.cue, other.cue} & words().counting)) and other_number(one, other)


def _differ(one: Side, other: Side) -> bool:
    """Whether two sources give two accounts in one sentence, set against each other."""
    if one.sentence != other.sentence or one.claim.negated or other.claim.negated:
        return False
    if any(each.cue in words().agreeing or each.claim.rule.endswith(REQUESTS) for each in (one, other)):
        return False
    if other.claim.source is None or one.claim.source is None or one.claim.source[0] <= other.place:
        return False
    between = one.text[other.place : one.claim.source[0]]
    if not _ends_before(other, one):
        return False
    if _CONTRAST.search(between[-_READ:]) is None:
        return between.endswith(", ") and _takes_up(one)  # "X says the list is forged, Y says it is genuine"
    return bool(one.speaker or one.actor) or _of_one_thing(one, other) or _BUT.search(between) is not None


def _of_one_thing(one: Side, other: Side) -> bool:
    """Whether both speak of one thing: in the same words, or the later one in a pronoun."""
    return _takes_up(one) or bool(one.stems & other.stems)


def _takes_up(one: Side) -> bool:
    first = one.claim.content[0] if one.claim.content else None
    return first is not None and _ANAPHORIC.match(one.text, *first) is not None


def _ends_before(other: Side, one: Side) -> bool:
    return all(end <= one.place for _, end in other.claim.content)
