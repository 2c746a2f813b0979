"""Quotes that no reporting verb of their own sentence holds: they carry on what was said before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from citebound_hooks.claims.found import Found
from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.quotes import Quote, Quotes

_LEAST_WORDS = 2  # shorter ones are names, titles and scare quotes


def attach_following(
    text: str, passages: Sequence[Passage], quotes: Quotes, found: list[Found]
) -> list[Found]:
    """Adds to each claim the quotes that carry it on; returns the claims in the order of the text."""
    found = sorted(found, key=_place)
    held = _held(quotes, found)
    cues = [_place(claim) for claim in found]
    starts = [passage.sentence.start for passage in passages]
    speech: dict[int, Found] = {}
    previous: Found | None = None
    for number, quote in enumerate(quotes.all):
        claim = held.get(quote.start)
        if claim is None and (quote.continues or _is_speech(text, quote)):
            claim = _carried(text, quote, quotes, number, previous, passages, starts, found, cues)
            if claim is not None:
                claim.content.append((quote.start, quote.end))
        if claim is not None:
            speech[quote.start] = claim
            previous = claim
    return found


def _place(claim: Found) -> int:
    return claim.cue[0] if claim.cue else claim.content[0][0]


def _held(quotes: Quotes, found: Sequence[Found]) -> dict[int, Found]:
    """The claim in whose content each quote lies."""
    held: dict[int, Found] = {}
    for claim in found:
        for start, end in claim.content:
            first = quotes.at(start)
            for quote in quotes.within(start, end):
                held.setdefault(quote.start, claim)
            if first is not None:
                held.setdefault(first.start, claim)
    return held


def _is_speech(text: str, quote: Quote) -> bool:
    return text.count(" ", quote.start, quote.end) >= _LEAST_WORDS - 1


def _carried(
    text: str,
    quote: Quote,
    quotes: Quotes,
    number: int,
    previous: Found | None,
    passages: Sequence[Passage],
    starts: Sequence[int],
    found: Sequence[Found],
    cues: Sequence[int],
) -> Found | None:
    passage = passages[max(0, bisect_right(starts, quote.start) - 1)]
    opens_sentence = passage.sentence.start == quote.start or text[max(0, quote.start - 4) : quote.start].rstrip()[-1:] in (
        *".?!”\"'", "’",
    )
    if quote.continues or not opens_sentence:
        return previous if quote.continues else None
    block = passage.sentence.block
    if previous is not None and _place(previous) >= block.start:
        return previous
    before = bisect_right(cues, quote.start) - 1
    nearest = found[before] if before >= 0 else None
    if nearest is not None and _place(nearest) >= block.start:
        return nearest
    return None
