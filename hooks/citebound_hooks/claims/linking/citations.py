"""Which inline citations stand behind a claim."""

from __future__ import annotations

from collections.abc import Sequence

from citebound.model import Citation
from citebound_hooks.claims.found import Found
from citebound_hooks.claims.linking.surroundings import Surroundings


def citations_of(claim: Found, around: Surroundings) -> tuple[Citation, ...]:
    """Returns the citations that close the claim's clause.

    The opening sentence of a paragraph that has none shares those of the next: "… has been claimed by X. … (Y, May 2)".
    """
    sentence = claim.passage.sentence
    end = max([place[1] for place in claim.content] + [claim.cue[1] if claim.cue else sentence.start])
    mine = [
        item for _, item in around.citations.within(sentence.start, sentence.end) if item.kind != "see-also"
    ]
    if mine:
        closing = next((item for item in mine if item.span.start >= end), mine[-1])
        return _group(closing, mine, around)
    if claim.passage.text[sentence.block.start : sentence.start].strip() or _is_own(claim):
        return ()
    later = _sources(around.citations.within(sentence.end, min(sentence.block.end, sentence.end + _REACH)))
    return _group(later[0], later, around) if later else ()


def _is_own(claim: Found) -> bool:
    """Whether the authors speak for themselves: "We judge that …" goes back to no outlet."""
    return claim.source is not None and claim.passage.text[slice(*claim.source)].lower() in (
        "we",
        "i",
        "nous",
        "je",
    )


def _sources(items: Sequence[tuple[object, Citation]]) -> list[Citation]:
    return [item for _, item in items[:_NEXT] if item.kind == "source"]


_REACH = 500  # characters after its sentence within which a citation may stand for a claim
_NEXT = 12  # citations of the paragraph that are looked at


def _group(one: Citation, items: Sequence[Citation], around: Surroundings) -> tuple[Citation, ...]:
    """All citations in one pair of brackets."""
    return tuple(item for item in items if around.groups[item.id] == around.groups[one.id])
