"""When something was said."""

from __future__ import annotations

from citebound.model import Date, DatedWords
from citebound_hooks.claims.found import Found
from citebound_hooks.claims.linking.places import Places
from citebound_hooks.claims.passages import Masks

_NEAR = 60  # characters between the reporting verb and the date of the saying


def date_of_saying(claim: Found, dates: Places[DatedWords], masks: Masks) -> Date | None:
    """Returns the date beside the reporting verb that is no part of what is said, of the source or of a citation."""
    if claim.cue is None:
        return None
    sentence = claim.passage.sentence
    taken = [*claim.content, *([claim.source] if claim.source else [])]
    free = [
        item
        for span, item in dates.within(sentence.start, sentence.end)
        if not masks.cover(span.start) and not any(start <= span.start < end for start, end in taken)
    ]
    near = [(gap, item) for item in free if (gap := _gap(claim.cue, item)) <= _NEAR]
    if not near:
        return None
    item = min(near, key=lambda pair: pair[0])[1]
    return Date(raw=item.raw, iso=item.iso, iso_end=item.iso_end, precision=item.precision, span=item.span)


def _gap(cue: tuple[int, int], item: DatedWords) -> int:
    if item.span is None:
        return _NEAR + 1
    return max(item.span.start - cue[1], cue[0] - item.span.end)
