"""When something was said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citebound.model import Date, DatedWords
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.linking.surroundings import Surroundings

# Between the reporting verb and its date: "said on", "denied it in", "told reporters late on".
_AFTER_CUE = re.compile(r"[\s\w’'-]{0,40}")
_WORDS = 5
# Between a date and the source of what was said then: "On Monday, the", "in May".
_BEFORE_SOURCE = re.compile(r"[\s,]{1,3}")
_AFTER_CONTENT = re.compile(r"[\s,]{0,3}(?:late |early )?(?:on |in )?(?:the )?", re.I)


def date_of_saying(claim: Found, taken: Sequence[Place], around: Surroundings) -> Date | None:
    """Returns the date of the reporting verb's own clause.

    Args:
        claim: The claim.
        taken: What the sentence's claims say, and who says it: a date in there is the deed's or the source's.
        around: The layers before.
    """
    if claim.cue is None or (claim.rule == "passive" and len(claim.content) == 1):
        return None
    sentence = claim.passage.sentence
    for span, item in around.dates.within(sentence.start, sentence.end):
        inside = any(start <= span.start < end and not start <= claim.cue[0] < end for start, end in taken)
        if (
            not inside
            and not around.masks.cover(span.start)
            and _belongs(claim, (span.start, span.end), around.text)
        ):
            return _as_date(item)
    return None


def _belongs(claim: Found, date: Place, text: str) -> bool:
    """Whether a date stands beside the verb, before its source or after what is said, with nothing between."""
    cue = claim.cue or date
    if date[0] >= cue[1]:
        between = text[cue[1] : date[0]]
        if _AFTER_CUE.fullmatch(between) and len(between.split()) <= _WORDS:
            return True
        return any(
            end <= date[0] and _AFTER_CONTENT.fullmatch(text, end, date[0]) for _, end in claim.content
        )
    start = claim.source[0] if claim.source and claim.source[0] < cue[0] else cue[0]
    if date[1] <= start:
        return _BEFORE_SOURCE.fullmatch(text, date[1], start) is not None
    return not text[date[1] : cue[0]].strip()


def _as_date(item: DatedWords) -> Date:
    return Date(raw=item.raw, iso=item.iso, iso_end=item.iso_end, precision=item.precision, span=item.span)
