"""When something was said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citebound.model import Date
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.linking.surroundings import Surroundings
from citebound_hooks.claims.words import words

# Between the reporting verb and its date: "said on", "denied it in", "told reporters late on".
_AFTER_CUE = re.compile(r"[\s\w’'-]{0,60}")
_WORDS = 7
# Between a date and the source of what was said then: "On Monday, the", "in May".
_BEFORE_SOURCE = re.compile(r"[\s,]{1,3}")
# Between what is said, or who says it, and the date: "… in an interview on Tuesday".
_BEHIND = re.compile(
    r"[\s,]{0,3}(?:(?:in|at|during)\s(?:an?|the|its|his|her|their)\s(?:\w+\s){1,2})?"
    r"(?:late |early )?(?:on |in )?(?:the )?",
    re.I,
)
# Between a date and the verb: "met on 5 May and reaffirmed", "when asked on 5 May, called".
_BEFORE_CUE = re.compile(r"[\s,]{0,3}(?:and\s)?(?:also\s|later\s)?", re.I)
_WHO = re.compile(r"\b(?:who|which|qui)\s[^,;]{1,60}\s$")
_LABEL = re.compile(r"\s{0,2}[:–—]")  # behind the date that opens an entry of a chronology
_UNTIL = re.compile(r"\b(?:by|until|till|before|since|from|after|for)\s{1,3}$", re.I)
_TO_SOURCE = re.compile(r"[^,;.]{0,60},\s")
_ASIDE = 80  # characters of "who flew over the site on"
_OPENING = 120  # characters of "In an audio message aired on"
_VENUE = 5  # words in which "In a short audio message" names the document
_NEAR = 10  # characters


def date_of_saying(claim: Found, taken: Sequence[Place], around: Surroundings) -> Date | None:
    """Returns the date of the reporting verb's own clause, or that of the chronology's entry.

    Args:
        claim: The claim.
        taken: What the sentence's claims say, and who says it: a date in there is the deed's or the source's.
        around: The layers before.
    """
    if claim.cue is None:
        return None
    sentence = claim.passage.sentence
    for span, item in around.dates.within(sentence.start, sentence.end):
        place = (span.start, span.end)
        if around.masks.cover(span.start):
            continue
        if _of_document(claim, place, around.text) or (
            not _is_taken(claim, place, taken) and _belongs(claim, place, around.text)
        ):
            return item.date
    return _of_entry(claim, around)


def _is_taken(claim: Found, date: Place, taken: Sequence[Place]) -> bool:
    cue = claim.cue or date
    return any(start <= date[0] < end and not start <= cue[0] < end for start, end in taken)


def _of_document(claim: Found, date: Place, text: str) -> bool:
    """Whether the date is that of the document that speaks: "a letter of 20 October said"."""
    if claim.source is None or not claim.source[0] < date[0] < claim.source[1]:
        return False
    return bool(words().venues & set(text[claim.source[0] : date[0]].lower().split()[:3]))


def _of_entry(claim: Found, around: Surroundings) -> Date | None:
    """The date that opens the claim's paragraph like a label: "29 February 1996: The tribunal rules that …"."""
    start = claim.passage.sentence.block.start
    if claim.passage.sentence.start != start and "later" in claim.passage.words:
        return None
    for span, item in around.dates.within(start, start + 1):
        if _LABEL.match(around.text, span.end):
            return item.date
    return None


def _belongs(claim: Found, date: Place, text: str) -> bool:
    """Whether a date stands beside the verb, before its source or after what is said, with nothing between."""
    cue = claim.cue or date
    if _UNTIL.search(text[max(0, date[0] - _NEAR) : date[0]]):
        return False
    if claim.rule == "passive" and len(claim.content) == 1:  # "was confirmed on Saturday by X"
        return cue[1] <= date[0] and claim.source is not None and date[1] <= claim.source[0]
    if date[0] >= cue[1]:
        between = text[cue[1] : date[0]]
        if _AFTER_CUE.fullmatch(between) and len(between.split()) <= _WORDS:
            return True
        ends = [end for _, end in claim.content]
        if claim.source is not None and claim.source[0] > cue[0]:
            ends.append(claim.source[1])
        return any(end <= date[0] and _BEHIND.fullmatch(text, end, date[0]) for end in ends)
    start = claim.source[0] if claim.source and claim.source[0] < cue[0] else cue[0]
    if date[1] <= start:
        beside = _BEFORE_SOURCE.fullmatch(text, date[1], start) is not None
        return beside or _opens(claim.passage.sentence.start, date, start, text)
    aside = _WHO.search(
        text, claim.passage.sentence.start, date[0]
    )  # "a man who was summoned on Friday said"
    return aside is None and _BEFORE_CUE.fullmatch(text, date[1], cue[0]) is not None


def _opens(sentence: int, date: Place, source: int, text: str) -> bool:
    """Whether the sentence opens with the document and its date: "In a message aired on Sunday by Radio Sable, X"."""
    if date[0] - sentence > _OPENING:
        return False
    opening = text[sentence : date[0]].lower().split()
    if opening[:1] not in (["in"], ["dans"]) or "," in text[sentence : date[0]]:
        return False
    return (
        not words().venues.isdisjoint(opening[:_VENUE])
        and _TO_SOURCE.fullmatch(text, date[1], source) is not None
    )
