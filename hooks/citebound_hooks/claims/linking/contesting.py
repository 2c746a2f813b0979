"""Which claims deny, reject or contradict which others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citebound_hooks.claims.linking.sides import Side
from citebound_hooks.claims.words import words

_NEAR = 4  # sentences between a claim and the one that contests it
_BACK = 12  # claims
_READ = 600  # characters between two claims that are looked at
_POINTED = 2  # sentences that "this" and "the charge" may point back
_SHORT = 4  # words of a content that only points back: "the charge", "this"
_AGAINST = frozenset({"deny", "claim-responsibility"})
_ACCOUNTS = frozenset({"say", "report", "assess", "deny", "accuse"})
_ATTRIBUTIONS = frozenset({"verb.object", "passive"})
_COUNTING = frozenset({"put", "puts", "gave", "gives", "estimates", "estimated", "chiffre", "estime"})
# "X says …; Y says …", "… but Y says", "… whereas Y says": two accounts of one thing.
_CONTRAST = re.compile(
    r"(?:;|[,.:]?\s(?:but|whereas|while|although|though|mais|tandis que|alors que)\b)", re.I
)


def contested(sides: Sequence[Side]) -> list[list[int]]:
    """Returns for each claim the numbers of the claims that contest it, before it or after it."""
    found: list[list[int]] = [[] for _ in sides]
    for later, one in enumerate(sides):
        back = _meant(sides, later) if _denies_something(one) and one.points_back else None
        if back is not None:
            found[back].append(later)
        opposes = _opposes(one)
        for earlier in range(later - 1, max(-1, later - _BACK - 1), -1):
            other = sides[earlier]
            if not (opposes or other.kind in _AGAINST or other.sentence == one.sentence):
                continue
            if one.sentence - other.sentence > _NEAR or _same_source(one, other):
                continue
            if earlier == back or ("deny" not in (one.kind, other.kind) and _nested(one, other)):
                continue
            if _contests(one, other):
                found[earlier].append(later)
            elif _contests(other, one):
                found[later].append(earlier)
    return _with_continued(sides, found)


def _opposes(one: Side) -> bool:
    """Whether a claim may stand against one in an earlier sentence; most say something else, which is seen at once."""
    return one.kind in _AGAINST or one.cue in _COUNTING or _holds_on(one)


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
    if one.kind != "deny" or other.kind not in ("say", "accuse", "deny") or not _same_source(one, other):
        return False
    return one.sentence == other.sentence and not _nested(one, other) and not other.claim.negated


def _denies_something(one: Side) -> bool:
    """Whether a claim denies: a denial, or a doubt about what somebody else said."""
    return not one.claim.negated and (one.kind == "deny" or one.cue in words().doubting)


def _meant(sides: Sequence[Side], later: int) -> int | None:
    """Which claim "this" or "the charge" means: the one whose speaker is named, an accusation, the nearest."""
    one = sides[later]
    near = list(_before(sides, later))
    owned = (at for at in near if (actor := sides[at].actor) and actor.id in one.spoken_of)
    accusing = (
        at
        for at in near
        if sides[at].kind == "accuse" and (one.of_guilt or sides[at].sentence == one.sentence)
    )
    pointed = (at for at in near if one.sentence - sides[at].sentence <= _POINTED)
    return next(owned, next(accusing, next(pointed, None)))


def _before(sides: Sequence[Side], later: int) -> Iterator[int]:
    """Yields the claims of others before one, the nearest first, that it may deny."""
    one = sides[later]
    for at in range(later - 1, max(-1, later - _BACK - 1), -1):
        other = sides[at]
        if one.sentence - other.sentence > _NEAR or _same_source(one, other) or _denies_something(other):
            continue
        if other.kind == "accuse" or not (at and _inside(other, sides[at - 1])):
            yield at


def _inside(inner: Side, outer: Side) -> bool:
    return any(start <= inner.place < end for start, end in outer.claim.content)


def _nested(one: Side, other: Side) -> bool:
    """Whether one claim stands inside the other."""
    return _inside(one, other) or _inside(other, one)


def _contests(one: Side, other: Side) -> bool:
    if one.kind == "deny" and other.kind != "deny":
        return not one.claim.negated and not other.claim.negated and _denies(one, other)
    if one.kind == "claim-responsibility" and not one.claim.negated:
        return _rivals(one, other)
    return _differ(one, other) or _insists(one, other) or _counts_otherwise(one, other)


def _insists(one: Side, other: Side) -> bool:
    """Whether a source holds on to an account against that of another: "…, but X insists that …"."""
    if one.place < other.place or one.sentence - other.sentence > 1:
        return False
    if not {one.kind, other.kind} <= _ACCOUNTS:
        return False
    return _holds_on(one) and bool(one.said & other.said)


def _holds_on(one: Side) -> bool:
    return one.cue in words().insisting or bool(words().contrast & _opening(one))


def _counts_otherwise(one: Side, other: Side) -> bool:
    """Whether one puts the number elsewhere that the other gave: "the police put the figure at 31"."""
    if one.place < other.place or one.sentence - other.sentence > 1 or one.cue not in _COUNTING:
        return False
    return one.counts and other.counts and {one.kind, other.kind} <= _ACCOUNTS


def _same_source(one: Side, other: Side) -> bool:
    if one.actor is not None and other.actor is not None:
        return one.actor.id == other.actor.id
    if one.claim.source is None or other.claim.source is None:
        return False
    return one.source == other.source


def _denies(one: Side, other: Side) -> bool:
    """Whether one claim denies the other: the accused speaks, or both speak of the same."""
    gap = abs(one.sentence - other.sentence)
    accused = bool(one.speaker & other.said) or (one.actor is not None and one.actor.id in other.spoken_of)
    shared = len(one.said & other.said)
    if other.kind in ("accuse", "claim-responsibility") and (accused or (gap <= 1 and shared)):
        return True
    return shared >= 2 or (bool(shared) and (accused or (gap <= 1 and len(one.said) <= _SHORT)))


def _rivals(one: Side, other: Side) -> bool:
    """Whether a claim of responsibility stands against an attribution to somebody else."""
    gap = abs(one.sentence - other.sentence)
    if other.kind == "claim-responsibility":
        differ = one.actor is not None and other.actor is not None  # that they are two was seen before
        return differ and not other.claim.negated and one.place > other.place and gap <= 2
    if one.speaker and 2 * len(one.speaker & other.said) >= len(one.speaker):
        return False  # attributed to those who claim it
    if other.claim.rule not in _ATTRIBUTIONS or other.kind not in ("accuse", "assess"):
        return False
    if gap == 0:
        return one.place > other.place
    return gap <= 1 or (gap == 2 and bool(words().contrast & _opening(one)))


def _differ(one: Side, other: Side) -> bool:
    """Whether two sources give two accounts in one sentence, set against each other."""
    if one.sentence != other.sentence or one.place < other.place or not (one.speaker or one.actor):
        return False
    if not {one.kind, other.kind} <= _ACCOUNTS or one.claim.negated or other.claim.negated:
        return False
    if other.claim.source is None or one.claim.source is None or one.claim.source[0] <= other.place:
        return False
    between = one.text[other.place : one.claim.source[0]]
    return _CONTRAST.search(between[-_READ:]) is not None and _ends_before(other, one)


def _ends_before(other: Side, one: Side) -> bool:
    return all(end <= one.place for _, end in other.claim.content)


def _opening(one: Side) -> frozenset[str]:
    start = one.claim.passage.sentence.start
    return frozenset(one.text[start : start + 60].lower().replace(",", " ").split()[:3])
