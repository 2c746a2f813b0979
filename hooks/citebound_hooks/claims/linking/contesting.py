"""Which claims deny, reject or contradict which others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from citebound.model import Actor

from citebound_hooks.claims.found import Found
from citebound_hooks.claims.words import words

_NEAR = 4  # sentences between a claim and the one that contests it
_BACK = 12  # claims
_READ = 600  # characters of a content that are compared
_WORD = re.compile(r"[^\W\d_]{4,}")
_ATTRIBUTIONS = frozenset({"verb.object", "passive"})


class Side(NamedTuple):
    """A claim as one side of a dispute: with the words of its content and its speaker."""

    text: str
    claim: Found
    actor: Actor | None
    said: frozenset[str]

    @property
    def place(self) -> int:
        """Where its cue stands."""
        return self.claim.cue[0] if self.claim.cue else 0

    @property
    def speaker(self) -> frozenset[str]:
        """The names in its source, in lower case."""
        source = self.claim.source
        found = _WORD.findall(self.text[slice(*source)]) if source else []
        return frozenset(word.lower() for word in found if word[0].isupper())


def contested(text: str, spoken: Sequence[tuple[Found, Actor | None]]) -> list[list[int]]:
    """Returns for each claim the numbers of the claims that contest it, before it or after it."""
    sides = [Side(text, claim, actor, _said(text, claim)) for claim, actor in spoken]
    found: list[list[int]] = [[] for _ in sides]
    for later, side in enumerate(sides):
        for earlier in range(max(0, later - _BACK), later):
            if _gap(side, sides[earlier]) > _NEAR:
                continue
            if _contests(side, sides[earlier]):
                found[earlier].append(later)
            elif _contests(sides[earlier], side):
                found[later].append(earlier)
    return found


def _said(text: str, claim: Found) -> frozenset[str]:
    pieces = (text[start : min(end, start + _READ)].lower() for start, end in claim.content)
    return frozenset(word for piece in pieces for word in _WORD.findall(piece)) - words().empty


def _gap(one: Side, other: Side) -> int:
    return abs(one.claim.passage.sentence.index - other.claim.passage.sentence.index)


def _contests(one: Side, other: Side) -> bool:
    if _same_source(one, other):
        return False
    if one.claim.kind == "deny" and other.claim.kind != "deny" and not one.claim.negated:
        return not other.claim.negated and _denies(one, other)
    return one.claim.kind == "claim-responsibility" and not one.claim.negated and _rivals(one, other)


def _same_source(one: Side, other: Side) -> bool:
    if one.actor is not None and other.actor is not None:
        return one.actor.id == other.actor.id
    if one.claim.source is None or other.claim.source is None:
        return False
    return one.text[slice(*one.claim.source)].casefold() == one.text[slice(*other.claim.source)].casefold()


def _denies(one: Side, other: Side) -> bool:
    """Whether one claim denies the other: the accused speaks, or both speak of the same."""
    accused = bool(one.speaker & other.said)
    if other.claim.kind in ("accuse", "claim-responsibility") and (accused or _gap(one, other) <= 1):
        return True
    shared = len(one.said & other.said)
    close = _gap(one, other) <= 1 and len(one.said) <= 4
    return shared >= 2 or (bool(shared) and (accused or close))


def _rivals(one: Side, other: Side) -> bool:
    """Whether a claim of responsibility stands against an attribution to somebody else."""
    if other.claim.kind == "claim-responsibility":
        differ = one.actor is not None and other.actor is not None  # that they are two was seen before
        return differ and not other.claim.negated and one.place > other.place and _gap(one, other) <= 2
    if other.claim.rule not in _ATTRIBUTIONS or other.claim.kind not in ("accuse", "assess"):
        return False
    if _gap(one, other) == 0:
        return one.place > other.place
    return _gap(one, other) <= 2 and bool(words().contrast & _opening(one))


def _opening(side: Side) -> frozenset[str]:
    start = side.claim.passage.sentence.start
    return frozenset(side.text[start : start + 120].lower().split())
