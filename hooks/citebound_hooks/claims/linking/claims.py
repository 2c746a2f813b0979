"""Makes finished claims of what the frames found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from citebound.model import Actor, Claim, ClaimSource, Document, Quotation
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.linking.actors import Spoken, speaker_of
from citebound_hooks.claims.linking.chain import chain_of
from citebound_hooks.claims.linking.citations import citations_of
from citebound_hooks.claims.linking.contents import subjects_and_targets
from citebound_hooks.claims.linking.dates import date_of_saying
from citebound_hooks.claims.linking.hedges import SentenceHedges
from citebound_hooks.claims.linking.kinds import kind_of
from citebound_hooks.claims.linking.recipients import give_recipients
from citebound_hooks.claims.linking.surroundings import Surroundings
from citebound_hooks.claims.quotes import Quotes
from citebound_hooks.language.analysis import Analysis

_NEAR = 40  # characters before a cue
_WITHHELD = re.compile(
    r"\b(?:(?:(?:refus|declin)(?:e[sd]?|ing)|fail(?:ed|s|ing)?)\s{1,3}to|stop(?:s|ped|ping)?\s{1,3}short\s{1,3}of|avoid(?:ed|s|ing)?"
    r"|neither|nor)\s{1,3}(?:\w{3,20}ly\s{1,3})?$",
    re.I,
)


class Linker:
    """Gives the claims of one document their ties."""

    def __init__(self, document: Document, analysis: Analysis, around: Surroundings, quotes: Quotes) -> None:
        self._document, self._around, self._quotes = document, around, quotes
        self._hedges = SentenceHedges(analysis, around.masks)

    def claims(self, found: Sequence[Found], *, contests: bool = True) -> list[Claim]:
        """Returns the finished claims, and with `contests` what contests them."""
        spoken: list[Spoken] = []
        taken: list[Sequence[Place]] = []
        for _, group in groupby(found, key=lambda claim: claim.passage.sentence.index):
            together = list(group)
            give_recipients(together)
            places = [p for c in together for p in (*c.content, *((c.source,) if c.source else ()))]
            taken += [places] * len(together)
            for claim in together:
                spoken.append((claim, speaker_of(claim, spoken, self._around)))
        for claim, _ in spoken:
            claim.kind = kind_of(self._document.text, claim)
        against = self._against(spoken) if contests else [[] for _ in spoken]
        return [
            self._claim(number, spoken[number], taken[number], against[number])
            for number in range(len(spoken))
        ]

    def _against(self, spoken: Sequence[Spoken]) -> list[list[int]]:
        from citebound_hooks.claims.contests.contesting import contested
        from citebound_hooks.claims.contests.taking_sides import side

        return contested([side(i, *claim, self._around) for i, claim in enumerate(spoken)])

    def _claim(self, number: int, spoken: Spoken, taken: Sequence[Place], against: Sequence[int]) -> Claim:
        claim, actor = spoken
        span, sentence = self._document.span, claim.passage.sentence
        citations = citations_of(claim, self._around)
        subjects, targets = subjects_and_targets(claim, self._around)
        content = [piece for place in sorted(claim.content) for piece in self._unmasked(place)]
        return Claim(
            id=f"C{number + 1}",
            sentence=span(sentence.start, sentence.end),
            kind=claim.kind,
            source=self._source(claim, actor),
            cue=span(*claim.cue) if claim.cue else None,
            content=tuple(span(*place) for place in content),
            quotation=self._quotation(content),
            hedges=tuple(span(*place) for place in self._hedges.of(claim)),
            negated=claim.negated or self._is_withheld(claim),
            subjects=subjects,
            targets=targets,
            when=date_of_saying(claim, taken, self._around),
            chain=chain_of(claim, actor, citations, self._around),
            citations=tuple(item.id for item in citations),
            contested_by=tuple(f"C{other + 1}" for other in against),
            rule=f"claims.{claim.rule}",
        )

    def _is_withheld(self, claim: Found) -> bool:
        """Whether the verb before the cue says that it was not done: "refused to confirm", "neither confirmed"."""
        if not claim.cue:
            return False
        start = claim.cue[0]
        low = max(claim.passage.sentence.start, start - _NEAR)
        return bool(_WITHHELD.search(self._document.text[low:start]))

    def _source(self, claim: Found, actor: Actor | None) -> ClaimSource:
        span = self._document.span(*claim.source) if claim.source else None
        return ClaimSource(actor=actor.id if actor else None, span=span)

    def _unmasked(self, place: Place) -> list[Place]:
        """What is left of a content when the citations in it are cut out."""
        pieces = self._around.masks.without(*place)
        if pieces == [place]:
            return pieces
        return [piece for start, end in pieces if (piece := _trimmed(self._document.text, start, end))]

    def _quotation(self, content: Sequence[Place]) -> Quotation:
        inside = [self._quotes.at(start) for start, _ in content]
        if content and all(
            quote and end <= quote.end + 1 for quote, (_, end) in zip(inside, content, strict=True)
        ):
            return "direct"
        quoted = any(inside) or any(self._quotes.within(start, end) for start, end in content)
        return "mixed" if quoted else "indirect"


def _trimmed(text: str, start: int, end: int) -> Place | None:
    """A piece of content without white space and loose commas at its ends."""
    while start < end and (text[start].isspace() or text[start] in ",;."):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return (start, end) if start < end else None
