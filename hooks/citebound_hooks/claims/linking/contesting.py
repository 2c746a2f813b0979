"""Which claims deny, reject or contradict which others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citebound_hooks.claims.linking.camps import PERSONAL, nested, same_source
from citebound_hooks.claims.linking.figures import both_of_dead, other_number
from citebound_hooks.claims.linking.pointing import (
    BACK,
    NEAR,
    REQUESTS,
    denies_something,
    meant,
    unnamed,
)
from citebound_hooks.claims.linking.sides import Side
from citebound_hooks.claims.words import words

_READ = 600  # characters between two claims that are looked at
_SHORT = 4  # words of a content that only points back: "the charge", "this"
_ECHOED = 2  # sentences between what is said and the same words with a "not"
_AGAINST = frozenset({"deny", "claim-responsibility"})
_ACCOUNTS = frozenset({"say", "report", "assess", "deny", "accuse"})
_ATTRIBUTIONS = frozenset({"verb.object", "passive"})
# "X says …; Y says …", "… but Y says", "… whereas Y says": two accounts of one thing.
_CONTRAST = re.compile(
    r"(?:;|[,.:]?\s(?:but|whereas|while|although|though|mais|tandis que|alors que)\b)", re.I
)
_ANAPHORIC = re.compile(r"\W*(?:it|he|she|they|there|its|his|her|their|il|elle|ils|elles)\b", re.I)


def contested(sides: Sequence[Side]) -> list[list[int]]:
    """Returns for each claim the numbers of the claims that contest it, before it or after it."""
    found: list[list[int]] = [[] for _ in sides]
    for later, one in enumerate(sides):
        back = meant(sides, later) if denies_something(one) and one.points_back else None
        if back is not None:
            found[back].append(later)
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
    return _with_continued(sides, found)


def _others(sides: Sequence[Side], later: int) -> Iterator[int]:
    """Yields the claims before one that other sources make near it, the nearest first."""
    one = sides[later]
    opposes = one.kind in _AGAINST or one.cue in words().counting or _holds_on(one)
    for earlier in range(later - 1, max(-1, later - BACK - 1), -1):
        other = sides[earlier]
        gap = one.sentence - other.sentence
        if gap > NEAR:
            return
        stands = opposes or other.kind in _AGAINST or other.cue in words().counting or gap == 0
        stands = stands or (gap == 1 and one.of_dead and other.of_dead)
        if not (stands or (gap <= _ECHOED and one.negative != other.negative)):
            continue  # most claims say something else, which is seen at once
        if same_source(one, other) or one.cue in words().unwilling or other.cue in words().unwilling:
            continue
        if "deny" in (one.kind, other.kind) or not nested(one, other):
            yield earlier


def _with_continued(sides: Sequence[Side], found: list[list[int]]) -> list[list[int]]:
    """Adds what a denial goes on to say instead: "rejects the charge and says its buses carried tourists"."""
    for claim, against in enumerate(found):
        for denial in tuple(against):
            after = denial + 1
            if (
                after < len(sides)
                and after != claim
                and after not in against
                and _goes_on(sides, denial, after)
            ):
                against.append(after)
    return found


def _goes_on(sides: Sequence[Side], denial: int, after: int) -> bool:
    one, other = sides[denial], sides[after]
    if not (one.kind == "deny" or one.reverses) or other.kind not in ("say", "accuse", "deny"):
        return False
    if not (same_source(one, other) or (one.reverses and other.source in PERSONAL)):
        return False
    return one.sentence == other.sentence and not nested(one, other) and not other.claim.negated


def _contests(one: Side, other: Side) -> bool:
    if one.kind == "deny" and other.kind != "deny":
        return not one.claim.negated and not other.claim.negated and _denies(one, other)
    if one.kind == "claim-responsibility" and not one.claim.negated:
        return _rivals(one, other)
    return (
        _differ(one, other) or _insists(one, other) or _counts_otherwise(one, other) or _negates(one, other)
    )


def _negates(one: Side, other: Side) -> bool:
    """Whether one says that something was not so which the other says, in the same words."""
    if one.place < other.place or one.claim.negated or other.claim.negated:
        return False
    if not {one.kind, other.kind} <= _ACCOUNTS or one.negative == other.negative or _asks(other):
        return False
    named = bool(one.speaker & other.said) or (one.actor is not None and one.actor.id in other.spoken_of)
    return len(one.stems & other.stems) >= 2 or (
        named and one.negative and one.sentence - other.sentence <= 1
    )


def _asks(one: Side) -> bool:
    """Whether a claim only asks for something, which nobody can contest."""
    return one.cue in words().asking or one.claim.rule.endswith(REQUESTS)


def _insists(one: Side, other: Side) -> bool:
    """Whether a source holds on to an account against that of another: "…, but X insists that …"."""
    if one.place < other.place or one.sentence - other.sentence > 1:
        return False
    if not {one.kind, other.kind} <= _ACCOUNTS:
        return False
    if _asks(other):
        return False
    if one.cue in words().retorting and other.kind == "accuse":
        return True
    return _holds_on(one) and bool(one.stems & other.stems)


def _holds_on(one: Side) -> bool:
    return one.cue in words().insisting or bool(words().contrast & _opening(one))


def _counts_otherwise(one: Side, other: Side) -> bool:
    """Whether one puts the number elsewhere that the other gave: "the police put the figure at 31"."""
    if (
        one.place < other.place
        or one.sentence - other.sentence > 1
        or not {one.kind, other.kind} <= _ACCOUNTS
    ):
        return False
    if not {one.cue, other.cue} & words().counting and not both_of_dead(one, other):
        return False
    return other_number(one, other)


def _denies(one: Side, other: Side) -> bool:
    """Whether one claim denies the other: the accused speaks, or both speak of the same."""
    if one.place < other.place and one.points_back:
        return False  # what it denies stands before it
    gap = abs(one.sentence - other.sentence)
    accused = bool(one.speaker & other.said) or (one.actor is not None and one.actor.id in other.spoken_of)
    shared = len(one.stems & other.stems)
    if other.kind in ("accuse", "claim-responsibility") and (accused or (gap <= 1 and shared)):
        return True
    return shared >= 2 or (bool(shared) and (accused or (gap <= 1 and len(one.said) <= _SHORT)))


def _rivals(one: Side, other: Side) -> bool:
    """Whether a claim of responsibility stands against an attribution to somebody else."""
    gap = abs(one.sentence - other.sentence)
    if other.kind == "claim-responsibility":
        differ = one.actor is not None and other.actor is not None  # that they are two was seen before
        return differ and not other.claim.negated and one.place > other.place and gap <= 2
    if _set_apart(one, other):
        return False
    if one.speaker and 2 * len(one.speaker & other.said) >= len(one.speaker):
        return False  # attributed to those who claim it
    if other.claim.rule not in _ATTRIBUTIONS or other.kind not in ("accuse", "assess"):
        return False
    if gap == 0:
        return one.place > other.place
    return gap <= 1 or (gap == 2 and bool(words().contrast & _opening(one)))


def _set_apart(one: Side, other: Side) -> bool:
    """Whether they speak of different deeds, or leave several doers open: "the first bomb … the second"."""
    mine, theirs = one.ordinals, other.ordinals
    return bool(mine and theirs and not mine & theirs) or one.leaves_open or other.leaves_open


def _differ(one: Side, other: Side) -> bool:
    """Whether two sources give two accounts in one sentence, set against each other."""
    if one.sentence != other.sentence or one.place < other.place:
        return False
    if not {one.kind, other.kind} <= _ACCOUNTS or one.claim.negated or other.claim.negated:
        return False
    if any(each.cue in words().agreeing or each.claim.rule.endswith(REQUESTS) for each in (one, other)):
        return False
    if other.claim.source is None or one.claim.source is None or one.claim.source[0] <= other.place:
        return False
    between = one.text[other.place : one.claim.source[0]]
    if _CONTRAST.search(between[-_READ:]) is None or not _ends_before(other, one):
        return False
    return bool(one.speaker or one.actor) or _of_one_thing(one, other)


def _of_one_thing(one: Side, other: Side) -> bool:
    """Whether both speak of one thing: in the same words, or the later one in a pronoun."""
    first = one.claim.content[0] if one.claim.content else None
    takes_up = first is not None and _ANAPHORIC.match(one.text, *first) is not None
    return takes_up or bool(one.stems & other.stems)


def _ends_before(other: Side, one: Side) -> bool:
    return all(end <= one.place for _, end in other.claim.content)


def _opening(one: Side) -> frozenset[str]:
    return frozenset(one.claim.passage.words[:3])
