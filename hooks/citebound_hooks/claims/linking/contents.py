"""Who a content says did something, and to whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citebound.model import Actor
from citebound_hooks.claims.found import Found
from citebound_hooks.claims.linking.actors import actors_in
from citebound_hooks.claims.linking.places import Places

_DONE_TO = re.compile(
    r"\b(?:against|attack(?:ed|ing|s)?(?:\s+on)?|on|kill(?:ed|ing)|target(?:ed|ing)|threaten(?:ed|ing)|kidnap(?:ped|ping)"
    r"|abduct(?:ed|ing)|ambush(?:ed|ing)|bomb(?:ed|ing)|shell(?:ed|ing)|fight(?:ing)?|fought|support(?:ed|ing)|arm(?:ed|ing)"
    r"|financ(?:ed|ing)|fund(?:ed|ing)|train(?:ed|ing)|back(?:ed|ing)|to|arrest(?:ed|ing)|seiz(?:ed|ing)|captur(?:ed|ing))"
    r"\s+(?:the\s+|an?\s+)?$",
    re.I,
)


def subjects_and_targets(
    text: str, claim: Found, mentions: Places[Actor]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Returns the ids of those who act in a content, and of those whom the act is done to."""
    if claim.kind == "claim-responsibility":
        return (), ()
    found = actors_in(claim.content, mentions)
    targets = [
        actor.id for span, actor in found if _DONE_TO.search(text[max(0, span.start - 24) : span.start])
    ]
    first = claim.content[0][0] if claim.content else 0
    subjects = [actor.id for span, actor in found[:1] if span.start - first <= 40 and actor.id not in targets]
    return _once(subjects), _once(targets)


def _once(ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
