"""To whom a statement went: the agency or outlet that carried it first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.passages import Passage
from citebound_hooks.language.phrases import NOUN_PHRASE
from citebound_hooks.language.stems import has_stem

_CARRIERS = (
    "statement", "interview", "message", "communiqu", "letter", "mail", "video", "recording", "call", "comment",
    "remark", "press", "declaration", "claim", "quoted", "cited", "reported", "relayed", "carried", "told", "telling",
    "informed", "received",
)  # fmt: skip
_CARRIED = re.compile(
    r"\b(?:(?:statements?|interviews?|messages?|communiqu[eé]s?|letters?|e-?mails?|videos?|recordings?"
    r"|calls?|comments?|remarks?|press release|declaration|claim)\s{1,3}(?:(?:that was|which was|was|it)\s{1,3})?"
    r"(?:sent\s{1,3}to|given\s{1,3}to|to|with|(?:carried|published|broadcast|posted|released|aired|relayed|obtained"
    r"|seen|distributed|quoted|cited)\s{1,3}(?:by|on|in|through))"
    r"|(?:quoted|cited|reported|relayed|carried|received)\s{1,3}by|(?:told|telling|informed))\s{1,3}",
    re.I,
)
_ARTICLES = frozenset({"the", "a", "an"})
_PHRASE = 24  # tokens that a recipient's name may have


def give_recipients(claims: Sequence[Found]) -> None:
    """Gives the claims of one sentence the recipients that it names, each to the nearest claim before it."""
    if not claims:
        return
    passage = claims[0].passage
    if not has_stem(passage.text, passage.sentence.start, passage.sentence.end, _CARRIERS):
        return
    for match in _CARRIED.finditer(passage.text, passage.sentence.start, passage.sentence.end):
        place = _named(passage, match.end())
        claim = _nearest(claims, match.start()) if place else None
        if place is not None and claim is not None and claim.recipient is None and not _within(claim, place):
            claim.recipient = place


def _nearest(claims: Sequence[Found], offset: int) -> Found:
    before = [claim for claim in claims if claim.cue and claim.cue[0] <= offset]
    return before[-1] if before else claims[0]


def _within(claim: Found, place: Place) -> bool:
    """Whether the name stands in what is said, or is the source itself."""
    taken = [*claim.content, *([claim.source] if claim.source else [])]
    return any(start < place[1] and place[0] < end for start, end in taken)


def _named(passage: Passage, offset: int) -> Place | None:
    first = passage.index_at(offset)
    match = NOUN_PHRASE.match(passage.tags, first, first + _PHRASE)
    if match is None or "C" not in match.group():
        return None
    if passage.lower(first) in _ARTICLES and match.end() - first > 1:
        first += 1
    return passage.span(first, match.end() - 1)
