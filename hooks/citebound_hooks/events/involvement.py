"""Who was in an event, so far as the text does not dispute it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citebound.model import Claim

_ASCRIBING = frozenset({"accuse", "assess", "report", "say"})


def involved(named: Iterable[str], claims: Sequence[Claim]) -> tuple[str, ...]:
    """Returns the ids of the actors in an event: who claims it, then who is named in it.

    Whom a claim makes responsible that another claim contests is no perpetrator; the claims say who disputes it.

    Args:
        named: The actors whom the sentences of the event name in it.
        claims: The claims that speak of it.
    """
    claiming = [
        each.source.actor for each in claims if each.kind == "claim-responsibility" and not each.negated
    ]
    disputed = {
        actor
        for each in claims
        if each.contested_by and each.kind in _ASCRIBING
        for actor in (*each.subjects, *each.targets)
    }
    known = (actor for actor in claiming if actor is not None)
    return tuple(dict.fromkeys([*known, *(actor for actor in named if actor not in disputed)]))
