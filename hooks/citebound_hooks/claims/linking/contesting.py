"""Which claims deny, reject or contradict which others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from citebound.model import Actor, ClaimKind
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.words import words

_NEAR = 4  # sentences between a claim and the one that contests it
_BACK = 12  # claims
_READ = 600  # characters of a content that are compared
_POINTED = 2  # sentences that "this" and "the charge" may point back
_SHORT = 4  # words of a content that only points back: "the charge", "this"
_WORD = re.compile(r"[^\W\d_]{4,}")
_ACCOUNTS = frozenset({"say", "report", "assess", "deny", "accuse"})
_ATTRIBUTIONS = frozenset({"verb.object", "passive"})
_POINTING = re.compile(
    r"\s*(?:it|this|that|them|these|(?:the|that|this|these|those|any|all|both)\s(?:\w+\s){0,2}?"
    r"(?:accusations?|allegations?|charges?|claims?|reports?|figures?|statements?|suggestions?|wrongdoing))\b.{0,30}",
    re.I | re.S,
)
# "X says …; Y says …", "… but Y says", "… whereas Y says": two accounts of one thing.
_CONTRAST = re.compile(r"(?:;|[,.:]?\s(?:but|whereas|while|although|though)\b)", re.I)


class Side(NamedTuple):
    """A claim as one side of a dispute, with all that is compared.

    Attributes:
        text: The document's text.
        place: Where its cue stands.
        sentence: The number of its sentence.
        said: The words of its content, in lower case.
        source: The words of its source, case folded.
        speaker: The names in its source, in lower case.
    """

    text: str
    claim: Found
    kind: ClaimKind
    actor: Actor | None
    place: int
    sentence: int
    said: frozenset[str]
    source: str
    speaker: frozenset[str]

    @property
    def points_back(self) -> bool:
        """Whether what it denies is not named, or by a pronoun, or as "the charge"."""
        if not self.claim.content:
            return True
        place = self.claim.content[0] if len(self.claim.content) == 1 else None
        return place is not None and _POINTING.fullmatch(_words_of(self.text, place)) is not None


def side(text: str, claim: Found, kind: ClaimKind, actor: Actor | None) -> Side:
    """Returns a claim as a side of a dispute."""
    pieces = (text[start : min(end, start + _READ)].lower() for start, end in claim.content)
    said = frozenset(word for piece in pieces for word in _WORD.findall(piece)) - words().empty
    source = _words_of(text, claim.source)
    speaker = frozenset(word.lower() for word in _WORD.findall(source) if word[0].isupper())
    place = claim.cue[0] if claim.cue else 0
    return Side(
        text, claim, kind, actor, place, claim.passage.sentence.index, said, source.casefold(), speaker
    )


def contested(sides: Sequence[Side]) -> list[list[int]]:
    """Returns for each claim the numbers of the claims that contest it, before it or after it."""
    found: list[list[int]] = [[] for _ in sides]
    for later, one in enumerate(sides):
        back = _meant(sides, later) if one.kind == "deny" and one.points_back else None
        if back is not None:
            found[back].append(later)
        for earlier in range(later - 1, max(-1, later - _BACK - 1), -1):
            other = sides[earlier]
            if one.sentence - other.sentence > _NEAR or _same_source(one, other):
                continue
            if earlier == back or ("deny" not in (one.kind, other.kind) and _nested(one, other)):
                continue
            if _contests(one, other):
                found[earlier].append(later)
            elif _contests(other, one):
                found[later].append(earlier)
    return found


def _meant(sides: Sequence[Side], later: int) -> int | None:
    """Which claim "this" or "the charge" means: an accusation in the same sentence, else the nearest claim."""
    one = sides[later]
    near = [
        at
        for at in range(later - 1, max(-1, later - _BACK - 1), -1)
        if one.sentence - sides[at].sentence <= _POINTED and not _same_source(one, sides[at])
    ]
    accusing = (at for at in near if sides[at].kind == "accuse" and sides[at].sentence == one.sentence)
    return next(accusing, near[0] if near else None)


def _nested(one: Side, other: Side) -> bool:
    """Whether one claim stands inside the other."""
    return any(
        start <= inner.place < end
        for inner, outer in ((one, other), (other, one))
        for start, end in outer.claim.content
    )


def _words_of(text: str, place: Place | None) -> str:
    return text[place[0] : min(place[1], place[0] + _READ)] if place else ""


def _contests(one: Side, other: Side) -> bool:
    if one.kind == "deny" and other.kind != "deny":
        return not one.claim.negated and not other.claim.negated and _denies(one, other)
    if one.kind == "claim-responsibility" and not one.claim.negated:
        return _rivals(one, other)
    return _differ(one, other) or _insists(one, other)


def _insists(one: Side, other: Side) -> bool:
    """Whether a source holds on to an account against that of another: "…, but X insists that …"."""
    if one.place < other.place or one.sentence - other.sentence > 1:
        return False
    if not {one.kind, other.kind} <= _ACCOUNTS:
        return False
    cue = one.text[slice(*one.claim.cue)].lower() if one.claim.cue else ""
    against = cue in words().insisting or bool(words().contrast & _opening(one))
    return against and bool(one.said & other.said)


def _same_source(one: Side, other: Side) -> bool:
    if one.actor is not None and other.actor is not None:
        return one.actor.id == other.actor.id
    if one.claim.source is None or other.claim.source is None:
        return False
    return one.source == other.source


def _denies(one: Side, other: Side) -> bool:
    """Whether one claim denies the other: the accused speaks, or both speak of the same."""
    gap = abs(one.sentence - other.sentence)
    accused = bool(one.speaker & other.said)
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
