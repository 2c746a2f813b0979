"""Makes the hedges layer: each hedge with its sentence and the claim that it belongs to."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from citebound.model import Claim, Document, Extraction, Hedge, SourceRecord, Span
from citebound_hooks.hedges.find import hedges_by_sentence
from citebound_hooks.language.analysis import analyse

_NEAR = 30  # characters between a hedge and the cue of its clause ("reportedly also told")


def hedge_items(document: Document, record: SourceRecord, before: Extraction) -> list[Hedge]:
    """Returns the hedges of the body in the order of the text."""
    claims = _by_sentence(before.claims)
    cited = sorted((citation.span.start, citation.span.end) for citation in before.citations)
    items: list[Hedge] = []
    analysis = analyse(document, record)
    for sentence, found in zip(analysis.sentences, hedges_by_sentence(analysis), strict=True):
        if not found:
            continue
        place = document.span(sentence.start, sentence.end)
        for start, end, kind in found:
            if not _lies_in(start, cited):
                span = document.span(start, end)
                claim = _claim_of(span, claims.get(sentence.start, ()))
                items.append(Hedge(span=span, sentence=place, claim=claim, rule=f"hedges.{kind}"))
    return items


def _lies_in(offset: int, places: list[tuple[int, int]]) -> bool:
    """Whether an offset lies in one of the places, which are in order."""
    index = bisect_right(places, (offset, sys.maxsize)) - 1
    return index >= 0 and offset < places[index][1]


def _by_sentence(claims: Iterable[Claim]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.sentence.start].append(claim)
    return found


def _claim_of(span: Span, claims: Iterable[Claim]) -> str | None:
    """The claim that names the hedge, else the one whose clause holds it most narrowly."""
    ranked = ((length, claim.id) for claim in claims if (length := _narrowness(span, claim)) is not None)
    best = min(ranked, key=lambda pair: pair[0], default=None)
    return best[1] if best else None


def _narrowness(span: Span, claim: Claim) -> int | None:
    """How wide the part of the claim is that holds the span (0: the claim names it); None if none does."""
    if any(span.overlaps(hedge) for hedge in claim.hedges):
        return 0
    if claim.cue and (span.overlaps(claim.cue) or _stands_before(span, claim.cue, claim.sentence)):
        return 1
    return min((part.end - part.start for part in claim.content if part.contains(span)), default=None)


def _stands_before(span: Span, cue: Span, sentence: Span) -> bool:
    between = sentence.exact[span.end - sentence.start : max(cue.start - sentence.start, 0)]
    return span.end <= cue.start and cue.start - span.end <= _NEAR and not set(between) & set(",;:—()")
