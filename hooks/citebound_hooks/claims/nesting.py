"""Claims inside the content of other claims: kept where somebody is said to say something."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from citebound_hooks.claims.found import Found

_NEAR = 6  # claims to either side that may hold a claim
_LEAST_WEIGHT = 0.85  # a verb of saying; states of mind inside a claim are part of what is claimed
_DEEDS_OF_SPEECH = frozenset({"accuse", "deny", "announce", "claim-responsibility"})


def without_weak_nested(found: Sequence[Found]) -> list[Found]:
    """Returns the claims of one sentence without those that only fill the content of another.

    "X said that Y denied the charge" holds two claims; "X said that she hopes to return" holds one.
    """
    return [
        claim
        for at, claim in enumerate(found)
        if _is_speech(claim)
        or not any(_inside(claim, other) for other in found[max(0, at - _NEAR) : at + _NEAR + 1])
    ]


def as_others_say(found: list[Found]) -> list[Found]:
    """Gives those who are named with "as" what another denies: "X denies that it is empty, as Y has alleged"."""
    for denial, claim in pairwise(found):
        if (
            claim.rule != "as-said"
            or denial.kind != "deny"
            or claim.source is None
            or len(denial.content) != 1
        ):
            continue
        start, end = denial.content[0]
        comma = claim.passage.text.rfind(",", start, claim.source[0])
        if start < comma < end:
            denial.content = [(start, comma)]
            claim.content = [(start, comma)]
    return found


def _inside(claim: Found, other: Found) -> bool:
    if claim is other or claim.cue is None or other.rule == "speaker-label":
        return False
    return any(start <= claim.cue[0] and claim.cue[1] <= end for start, end in other.content)


def _is_speech(claim: Found) -> bool:
    if claim.rule == "claim-of-responsibility":
        return False  # "retracted its claim of responsibility" is one claim
    return claim.weight >= _LEAST_WEIGHT or (claim.kind in _DEEDS_OF_SPEECH and claim.weight >= 0.8)
