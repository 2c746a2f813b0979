"""The hedges of a claim: words in its clause that lower certainty."""

from __future__ import annotations

from bisect import bisect_left

from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.passages import Masks
from citebound_hooks.hedges.find import hedges_by_sentence
from citebound_hooks.language.analysis import Analysis, Sentence

_BEFORE_CUE = 20  # characters: "reportedly also told"


class SentenceHedges:
    """The hedges of the sentences of a text, but for those inside inline citations."""

    def __init__(self, analysis: Analysis, masks: Masks) -> None:
        self._by_sentence, self._masks = hedges_by_sentence(analysis), masks
        self._all = [(start, end) for sentence in self._by_sentence for start, end, _ in sentence]

    def of(self, claim: Found) -> list[Place]:
        """Returns the hedges from the beginning of a claim's words to their end, and those of its later sentences."""
        sentence = claim.passage.sentence
        places = [
            *claim.content,
            *((claim.cue,) if claim.cue else ()),
            *((claim.source,) if claim.source else ()),
        ]
        low = max(min(start for start, _ in places), sentence.start) - _BEFORE_CUE
        high = min(max(end for _, end in places), sentence.end)
        found = [(start, end) for start, end in self._in(sentence) if low <= start and end <= high]
        if claim.epistemic and not any(
            start < claim.epistemic[1] and claim.epistemic[0] < end for start, end in found
        ):
            found.append(claim.epistemic)
        found += self._beyond(claim, sentence)
        return sorted(found)

    def _beyond(self, claim: Found, sentence: Sentence) -> list[Place]:
        """The hedges in what somebody says in other sentences than that of the cue."""
        found: list[Place] = []
        for start, end in claim.content:
            if not (sentence.start <= start and end <= sentence.end):
                told = self._all[bisect_left(self._all, (start, 0)) : bisect_left(self._all, (end, 0))]
                found += [place for place in told if not sentence.start <= place[0] < sentence.end]
        return [place for place in found if not self._masks.cover(place[0])]

    def _in(self, sentence: Sentence) -> list[Place]:
        found = self._by_sentence[sentence.index]
        return [(start, end) for start, end, _ in found if not self._masks.cover(start)]
