"""To whom a statement went: the agency or outlet that carried it first."""

from __future__ import annotations

import re

from citebound_hooks.claims.found import Found, Place
from citebound_hooks.language.phrases import NOUN_PHRASE

_CARRIED = re.compile(
    r"\b(?:(?:statements?|interviews?|messages?|communiqu[eé]s?|letters?|e-?mails?|videos?|recordings?|calls?|comments?"
    r"|remarks?|press release|declaration|claim)\s{1,3}(?:(?:that was|which was|was|it)\s{1,3})?"
    r"(?:sent\s{1,3}to|given\s{1,3}to|to|with|(?:carried|published|broadcast|posted|released|aired|relayed|obtained|seen"
    r"|distributed|quoted|cited)\s{1,3}(?:by|on|in|through))"
    r"|(?:quoted|cited|reported|relayed|carried)\s{1,3}by|(?:told|telling|informed))\s{1,3}",
    re.I,
)
_ARTICLES = frozenset({"the", "a", "an"})


def recipient_of(text: str, claim: Found) -> Place | None:
    """Returns the named recipient of a statement in the sentence of the claim, outside what is said."""
    sentence = claim.passage.sentence
    for match in _CARRIED.finditer(text, sentence.start, sentence.end):
        place = _named(claim, match.end())
        if place is None or any(start <= place[0] < end for start, end in claim.content):
            continue
        if claim.source is None or not (place[0] < claim.source[1] and claim.source[0] < place[1]):
            return place
    return None


def _named(claim: Found, offset: int) -> Place | None:
    passage = claim.passage
    first = passage.index_at(offset)
    match = NOUN_PHRASE.match(passage.tags, first, first + 24)
    if match is None or "C" not in match.group():
        return None
    if passage.lower(first) in _ARTICLES and match.end() - first > 1:
        first += 1
    return passage.span(first, match.end() - 1)
