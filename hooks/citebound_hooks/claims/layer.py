"""Makes the claims layer: quotes, passages, frames, quotes that follow, then the ties to the other layers."""

from __future__ import annotations

from collections.abc import Sequence

from citebound.model import Actor, Claim, ClaimSource, Document, Extraction, Quotation, SourceRecord
from citebound_hooks.claims.find import find_claims
from citebound_hooks.claims.following import attach_following
from citebound_hooks.claims.found import Found
from citebound_hooks.claims.linking.actors import actor_of, pronoun_actor
from citebound_hooks.claims.linking.chain import chain_of, outlets_by_name
from citebound_hooks.claims.linking.citations import bracket_groups, citation_masks, citations_of
from citebound_hooks.claims.linking.contents import subjects_and_targets
from citebound_hooks.claims.linking.contesting import contested
from citebound_hooks.claims.linking.dates import date_of_saying
from citebound_hooks.claims.linking.places import Places, mentions
from citebound_hooks.claims.linking.recipients import recipient_of
from citebound_hooks.claims.passages import Masks, passages
from citebound_hooks.claims.quotes import Quotes, find_quotes
from citebound_hooks.hedges.find import find_hedges
from citebound_hooks.language.analysis import Sentence, analyse


def claim_items(document: Document, record: SourceRecord, before: Extraction) -> list[Claim]:
    """Returns the claims of a document's body in the order of the text."""
    masks = citation_masks(document.text, before.citations)
    found, quotes = _found(document, record, masks)
    return _Linker(document, before, masks, quotes).claims(found)


def _found(document: Document, record: SourceRecord, masks: Masks) -> tuple[list[Found], Quotes]:
    analysis = analyse(document, record)
    blocks = list(dict.fromkeys(sentence.block for sentence in analysis.sentences))
    quotes = find_quotes(document.text, blocks)
    read = passages(analysis, quotes, masks)
    found = [claim for passage in read for claim in find_claims(document.text, passage)]
    return attach_following(document.text, read, quotes, found), quotes


class _Linker:
    """Gives the claims of one document their ties."""

    def __init__(self, document: Document, before: Extraction, masks: Masks, quotes: Quotes) -> None:
        self._document, self._text = document, document.text
        self._masks, self._quotes = masks, quotes
        self._mentions = mentions(before.actors)
        self._outlets = outlets_by_name(before.actors)
        self._citations = Places([(item.span, item) for item in before.citations])
        self._groups = bracket_groups(document.text, before.citations)
        self._dates = Places([(item.span, item) for item in before.dates if item.span])
        self._hedges: dict[int, list[tuple[int, int]]] = {}

    def claims(self, found: Sequence[Found]) -> list[Claim]:
        """Returns the finished claims."""
        speakers: list[tuple[Found, Actor | None]] = []
        for claim in found:
            speakers.append((claim, self._speaker(claim, speakers)))
        against = contested(self._text, found)
        return [
            self._claim(number, claim, actor, tuple(f"C{i + 1}" for i in against[number]))
            for number, (claim, actor) in enumerate(speakers)
        ]

    def _speaker(self, claim: Found, earlier: Sequence[tuple[Found, Actor | None]]) -> Actor | None:
        if claim.source is None:
            return None
        named = actor_of(self._text, claim.source, self._mentions)
        return named or pronoun_actor(self._text, claim, earlier, self._mentions)

    def _claim(self, number: int, claim: Found, actor: Actor | None, against: tuple[str, ...]) -> Claim:
        span = self._document.span
        claim.recipient = recipient_of(self._text, claim)
        citations = citations_of(claim, self._citations, self._groups)
        subjects, targets = subjects_and_targets(self._text, claim, self._mentions)
        content = [piece for place in sorted(claim.content) for piece in self._unmasked(place)]
        return Claim(
            id=f"C{number + 1}",
            sentence=span(claim.passage.sentence.start, claim.passage.sentence.end),
            kind=claim.kind,
            source=ClaimSource(
                actor=actor.id if actor else None, span=span(*claim.source) if claim.source else None
            ),
            cue=span(*claim.cue) if claim.cue else None,
            content=tuple(span(*place) for place in content),
            quotation=self._quotation(content),
            hedges=tuple(span(*place) for place in self._hedges_in(claim)),
            negated=claim.negated,
            subjects=subjects,
            targets=targets,
            when=date_of_saying(claim, self._dates, self._masks),
            chain=chain_of(self._text, claim, actor, citations, self._mentions, self._outlets),
            citations=tuple(item.id for item in citations),
            contested_by=against,
            rule=f"claims.{claim.rule}",
        )

    def _unmasked(self, place: tuple[int, int]) -> list[tuple[int, int]]:
        pieces = self._masks.without(*place)
        return [
            piece
            for start, end in pieces
            if (piece := _trimmed(self._text, start, end, place[1])) is not None
        ]

    def _quotation(self, content: Sequence[tuple[int, int]]) -> Quotation:
        inside = [self._quotes.at(start) for start, _ in content]
        if content and all(
            q and q.start >= s - 1 and e <= q.end + 1 for q, (s, e) in zip(inside, content, strict=True)
        ):
            return "direct"
        quoted = any(inside) or any(self._quotes.within(start, end) for start, end in content)
        return "mixed" if quoted else "indirect"

    def _hedges_in(self, claim: Found) -> list[tuple[int, int]]:
        sentence = claim.passage.sentence
        places = [
            *claim.content,
            *([claim.cue] if claim.cue else []),
            *([claim.source] if claim.source else []),
        ]
        low = max(min(start for start, _ in places), sentence.start)
        high = min(max(end for _, end in places), sentence.end)
        return [
            (start, end)
            for start, end in self._sentence_hedges(sentence)
            if low - 20 <= start and end <= high + 1 and not self._masks.cover(start)
        ]

    def _sentence_hedges(self, sentence: Sentence) -> list[tuple[int, int]]:
        if sentence.index not in self._hedges:
            found = find_hedges(self._text, sentence.start, sentence.end)
            self._hedges[sentence.index] = [(start, end) for start, end, _ in found]
        return self._hedges[sentence.index]


def _trimmed(text: str, start: int, end: int, last: int) -> tuple[int, int] | None:
    """A piece of content without white space at its ends, and without a comma before what was cut out."""
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or (end < last and text[end - 1] in ",;")):
        end -= 1
    return (start, end) if start < end else None
