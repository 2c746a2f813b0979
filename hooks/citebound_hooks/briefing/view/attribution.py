"""The attribution chain: the ways by which what is said came to the page."""

from __future__ import annotations

from collections.abc import Sequence

from citebound_hooks.briefing.view.figures import AttributionChain, Route
from citebound_hooks.briefing.view.model import ClaimRow

FEWEST, MOST = 2, 4


def attribution_chain(
    claims: Sequence[ClaimRow], publisher: str | None, republisher: str | None
) -> AttributionChain | None:
    """Returns the chain; None if nobody is known to have said or carried anything, or only one party is known.

    Of more ways than there is room for, those with somebody in between come first, then those of most claims.
    """
    ways: dict[tuple[object, ...], list[ClaimRow]] = {}
    for claim in claims:
        ways.setdefault((claim.speaker, claim.chain), []).append(claim)
    routes = [
        Route(speaker=same[0].speaker, relays=same[0].chain, claims=tuple(claim.id for claim in same))
        for same in ways.values()
    ]
    known = max(map(_parties, routes), default=0)
    if not known or known + (publisher is not None) + (republisher is not None) < FEWEST:
        return None
    chosen = sorted(range(len(routes)), key=lambda at: (-_worth(routes[at]), -len(routes[at].claims), at))[
        :MOST
    ]
    return AttributionChain(
        routes=tuple(routes[at] for at in sorted(chosen)), left_out=len(routes) - len(chosen),
        publisher=publisher, republisher=republisher,
    )  # fmt: skip


def _parties(route: Route) -> int:
    """Counts the parties before the publisher whose names are known."""
    return (route.speaker is not None) + sum(map(len, route.relays))


def _worth(route: Route) -> int:
    """Ranks ways with somebody in between before those that lead straight to the publisher."""
    return int(bool(route.relays))
