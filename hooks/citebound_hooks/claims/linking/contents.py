"""Who a content says did something, and to whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citebound.model import Actor, Span
from citebound_hooks.claims.found import Found
from citebound_hooks.claims.linking.surroundings import Surroundings

# What stands before somebody to whom something is done: "an attack on", "kidnapped".
_DONE_TO = re.compile(
    r"\b(?:against|on|to|attack(?:ed|ing|s)?|kill(?:ed|ing)|target(?:ed|ing)|threaten(?:ed|ing)|kidnap(?:ped|ping)"
    r"|abduct(?:ed|ing)|ambush(?:ed|ing)|bomb(?:ed|ing)|shell(?:ed|ing)|fight(?:ing)?|fought|support(?:ed|ing)"
    r"|arm(?:ed|ing)|financ(?:ed|ing)|fund(?:ed|ing)|train(?:ed|ing)|back(?:ed|ing)|arrest(?:ed|ing)|seiz(?:ed|ing)"
    r"|captur(?:ed|ing))\s{1,3}(?:the\s{1,3}|an?\s{1,3})?$",
    re.I,
)
_DETERMINER = re.compile(r"\s*(?:the|le|la|les|l['’])\s*", re.I)
_ASCRIBED = re.compile(r"\b(?:to|on|à|au|aux)\s{1,3}(?:the\s{1,3}|la\s{1,3}|l['’])?$", re.I)
_BEFORE = 24  # characters
_HEAD = 40  # characters within which the actor who acts is named


def subjects_and_targets(claim: Found, around: Surroundings) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Returns the ids of those who act in a content, and of those whom the act is done to."""
    if claim.kind == "claim-responsibility" or not claim.content:
        return (), ()
    found = [item for start, end in claim.content for item in around.mentions.within(start, end)]
    if claim.kind == "accuse" and (accused := _accused(claim.content[0][0], found, around.text)):
        return (), (accused,)
    targets = [
        actor.id
        for span, actor in found
        if _DONE_TO.search(around.text[max(0, span.start - _BEFORE) : span.start])
    ]
    first = claim.content[0][0]
    subjects = [
        actor.id for span, actor in found[:1] if span.start - first <= _HEAD and actor.id not in targets
    ]
    return _once(subjects), _once(targets)


def _accused(start: int, found: Sequence[tuple[Span, Actor]], text: str) -> str | None:
    """Who is accused: whoever the content begins with, or whom it ascribes something to."""
    for span, actor in found:
        before = text[start : span.start]
        if not before.strip() or _DETERMINER.fullmatch(before) or _ASCRIBED.search(before):
            return actor.id
    return None


def _once(ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
