"""Which claims deny, reject or contradict which others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citebound_hooks.claims.found import Found

_NEAR = 4  # sentences between a claim and the one that contests it
_CONCESSION = frozenset("although though while whereas despite".split())
_CONTRAST = frozenset("but however later".split())
_WORD = re.compile(r"[^\W\d_]{4,}")
_ATTRIBUTING = frozenset({"accuse", "assess", "report", "say", "announce"})
_EMPTY = frozenset(
    "that this with from have been were they their which would about after before there other".split()
)


def contested(text: str, claims: Sequence[Found]) -> list[list[int]]:
    """Returns for each claim the numbers of the claims that contest it."""
    found: list[list[int]] = [[] for _ in claims]
    words = [_words(text, claim) for claim in claims]
    for later in range(len(claims)):
        for earlier in range(max(0, later - 12), later):
            gap = claims[later].passage.sentence.index - claims[earlier].passage.sentence.index
            if gap > _NEAR:
                continue
            for claim, other in ((earlier, later), (later, earlier)):
                if _contests(text, claims[other], claims[claim], words[other], words[claim], gap):
                    found[claim].append(other)
    return found


def _words(text: str, claim: Found) -> frozenset[str]:
    return frozenset(
        word
        for start, end in claim.content
        for word in _WORD.findall(text[start : min(end, start + 600)].lower())
        if word not in _EMPTY
    )


def _contests(
    text: str, one: Found, other: Found, words: frozenset[str], others: frozenset[str], gap: int
) -> bool:
    """Whether `one` contests `other`."""
    if _same_source(text, one, other):
        return False
    if one.kind == "deny" and other.kind != "deny" and not other.negated:
        return _denies(text, one, other, words, others, gap)
    if one.kind == "claim-responsibility" and not one.negated:
        return _rivals(text, one, other, gap)
    return False


def _same_source(text: str, one: Found, other: Found) -> bool:
    if one.source is None or other.source is None:
        return False
    return text[slice(*one.source)].casefold() == text[slice(*other.source)].casefold()


def _denies(
    text: str, one: Found, other: Found, words: frozenset[str], others: frozenset[str], gap: int
) -> bool:
    accused = one.source is not None and any(
        _heads(text, one.source) & set(_WORD.findall(text[start:end].lower())) for start, end in other.content
    )
    if other.kind in ("accuse", "claim-responsibility") and (accused or gap <= 1):
        return True
    shared = len(words & others)
    return shared >= 2 or (accused and shared >= 1) or (gap <= 1 and bool(shared) and len(words) <= 4)


def _heads(text: str, source: tuple[int, int]) -> set[str]:
    return {word.lower() for word in _WORD.findall(text[slice(*source)]) if word[0].isupper()}


def _rivals(text: str, one: Found, other: Found, gap: int) -> bool:
    """A claim of responsibility against an attribution to somebody else."""
    if other.kind == "claim-responsibility" and not other.negated:
        return (
            gap <= 2 and other.source is not None and one.source is not None and _place(one) > _place(other)
        )
    if other.rule not in ("verb.object", "passive") or other.kind not in ("accuse", "assess"):
        return False
    if gap == 0:
        return _place(one) > _place(other)
    return gap <= 2 and any(word in _CONTRAST for word in _opening(text, one))


def _place(claim: Found) -> int:
    return claim.cue[0] if claim.cue else 0


def _opening(text: str, claim: Found) -> list[str]:
    start = claim.passage.sentence.start
    return text[start : start + 120].lower().split()
