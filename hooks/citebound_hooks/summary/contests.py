"""Both sides of a dispute: a claim that others contest stands in the summary beside one of those who contest it."""

from __future__ import annotations

from collections.abc import Sequence

from citebound_hooks.summary.content import Content
from citebound_hooks.summary.lexicon import summary_words

_NONE: frozenset[int] = frozenset()


class Contests:
    """Which sentences contest which.

    Args:
        held: What each sentence holds.
        points: The points of those that may stand in the summary; what is raised here is raised there.
    """

    def __init__(self, held: Sequence[Content], points: dict[int, float]) -> None:
        self._points = points
        sentences = {claim.id: index for index, content in enumerate(held) for claim in content.claims}
        self._against = {
            index: {sentences[claim] for claim in against if claim in sentences}
            for index, content in enumerate(held)
            if (against := [claim for own in content.claims for claim in own.contested_by])
        }

    def answer(self, index: int, chosen: Sequence[int]) -> int | None:
        """Returns the weightiest sentence that contests one of the claims of a sentence; None if none has to be added.

        None has to be where nothing is contested, or the sentence itself or one of those chosen tells of it.
        """
        against = self._against.get(index, _NONE)
        if not against or index in against or not against.isdisjoint(chosen):
            return None
        may = against & self._points.keys()
        return max(may, key=lambda other: (self._points[other], -other), default=None)

    def raise_contested(self, index: int, left: Sequence[int]) -> None:
        """Gives points to sentences that a chosen one contests or that contest it: a caveat belongs to its claim."""
        against = self._against.get(index, _NONE)
        for other in left:
            if other in against or index in self._against.get(other, _NONE):
                self._points[other] += summary_words().points.contested
