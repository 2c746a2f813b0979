"""The hedges of a claim: words in its clause that lower certainty."""

from __future__ import annotations

from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.passages import Masks
from citebound_hooks.hedges.find import find_hedges
from citebound_hooks.language.analysis import Sentence

_BEFORE_CUE = 20  # characters: "reportedly also told"


class SentenceHedges:
    """The hedges of the sentences of a text, each sentence read once."""

    def __init__(self, text: str, masks: Masks) -> None:
        self._text, self._masks = text, masks
        self._found: dict[int, list[Place]] = {}

    def of(self, claim: Found) -> list[Place]:
        """Returns the hedges from the beginning of a claim's words to their end."""
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
            found = sorted([*found, claim.epistemic])
        return found

    def _in(self, sentence: Sentence) -> list[Place]:
        if sentence.index not in self._found:
            found = find_hedges(self._text, sentence.start, sentence.end)
            self._found[sentence.index] = [
                (start, end) for start, end, _ in found if not self._masks.cover(start)
            ]
        return self._found[sentence.index]
