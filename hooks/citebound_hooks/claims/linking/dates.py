"""When something was said."""

from __future__ import annotations

from collections.abc import Sequence

from citebound.model import Date, DatedWords

from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.linking.surroundings import Surroundings

_NEAR = 60  # characters between the reporting verb and the date of the saying


def date_of_saying(claim: Found, taken: Sequence[Place], around: Surroundings) -> Date | None:
    """Returns the date beside the reporting verb.

    Args:
        claim: The claim.
        taken: What the sentence's claims say, and who says it: a date in there is the deed's or the source's.
        around: The layers before.
    """
    if claim.cue is None:
        return None
    sentence = claim.passage.sentence
    near: list[tuple[int, DatedWords]] = []
    for span, item in around.dates.within(sentence.start, sentence.end):
        gap = max(span.start - claim.cue[1], claim.cue[0] - span.end)
        free = not around.masks.cover(span.start) and not any(
            start <= span.start < end for start, end in taken
        )
        if free and gap <= _NEAR:
            near.append((gap, item))
    if not near:
        return None
    item = min(near, key=lambda pair: pair[0])[1]
    return Date(raw=item.raw, iso=item.iso, iso_end=item.iso_end, precision=item.precision, span=item.span)
