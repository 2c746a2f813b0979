"""Which inline citations stand behind a claim."""

from __future__ import annotations

from collections.abc import Sequence

from citebound.model import Citation
from citebound_hooks.claims.found import Found
from citebound_hooks.claims.linking.places import Places
from citebound_hooks.claims.passages import Masks

_BRACKETS = {"(": ")", "[": "]"}
_REACH = 400  # characters that one pair of brackets with several citations may span to either side


def citation_masks(text: str, citations: Sequence[Citation]) -> Masks:
    """Returns the stretches that inline citations take up, with their brackets."""
    return Masks([_with_brackets(text, citation.span.start, citation.span.end) for citation in citations])


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    for opening, closing in _BRACKETS.items():
        low = text.rfind(opening, max(0, start - _REACH), start)
        high = text.find(closing, end, end + _REACH)
        if low >= 0 and high >= 0 and not _interrupted(text, low, start, end, high, closing):
            return low, high + 1
    return start, end


def _interrupted(text: str, low: int, start: int, end: int, high: int, closing: str) -> bool:
    return closing in text[low:start] or "\n" in text[low:start] or "\n" in text[end:high]


def citations_of(claim: Found, citations: Places[Citation], groups: dict[str, int]) -> tuple[Citation, ...]:
    """Returns the citations that close the claim's clause, else the next ones of its paragraph."""
    sentence = claim.passage.sentence
    end = max([place[1] for place in claim.content] + [claim.cue[1] if claim.cue else sentence.start])
    mine = [item for _, item in citations.within(sentence.start, sentence.end) if item.kind != "see-also"]
    after = [item for item in mine if item.span.start >= end] or mine[-1:]
    if not after:
        after = [
            item for _, item in citations.within(sentence.end, sentence.block.end) if item.kind == "source"
        ]
    if not after:
        return ()
    group = groups[after[0].id]
    return tuple(item for item in [*mine, *after] if groups[item.id] == group and item in after + mine)


def bracket_groups(text: str, citations: Sequence[Citation]) -> dict[str, int]:
    """Returns for each citation's id the offset of the bracket that it shares with others."""
    return {item.id: _with_brackets(text, item.span.start, item.span.end)[0] for item in citations}
