"""Tells which claims speak of an event."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from citebound.model import Claim
from citebound_hooks.events.mentions import Mention


class ClaimsByPlace:
    """Claims, to be asked for those that speak of a mention."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._by_sentence: dict[int, list[Claim]] = {}
        for claim in claims:
            self._by_sentence.setdefault(claim.sentence.start, []).append(claim)
        self._starts = sorted(self._by_sentence)

    def about(self, mentions: Iterable[Mention]) -> Iterator[str]:
        """Yields the ids of the claims whose cue or content holds a mention, in order, each once.

        A claim without content ("claimed responsibility") speaks of the event that its sentence names.
        """
        seen: set[str] = set()
        for mention in mentions:
            for claim in self._near(mention):
                if claim.id not in seen and _speaks_of(claim, mention):
                    seen.add(claim.id)
                    yield claim.id

    def _near(self, mention: Mention) -> list[Claim]:
        at = bisect_right(self._starts, mention.start) - 1
        return self._by_sentence[self._starts[at]] if at >= 0 else []


def _speaks_of(claim: Claim, mention: Mention) -> bool:
    parts = [*claim.content, *([claim.cue] if claim.cue else [])]
    if any(part.start < mention.end and mention.start < part.end for part in parts):
        return True
    in_sentence = claim.sentence.start <= mention.start < claim.sentence.end
    return in_sentence and not claim.content and claim.kind == "claim-responsibility" and mention.type.violent
