"""Where sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound_hooks.language.tokens import NO_WIDTH

_END = re.compile(
    r"[.!?…](?<![.!?…]{2})[.!?…]*[\"”’')\]»]*(?:[ \u00a0\u202f]»)?(?:\[\^?\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3})*"
    r"\s+(?=(?:[\"“‘'(\[]|«\s?)?[^\W_a-z])"
)
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mme|Dr|Gen|Brig|Col|Lt|Cmdr|Cdr|Adm|Sgt|Cpl|Maj|Capt|Det|Insp|Supt|Sen|Rep|Gov|Hon|Amb|St|Jr|Sr"
    r"|Prof|Rev|ret|retd|Msgr|Fr|No|Nos|Art|Sec|Vol|Fig|vs|cf|al|approx|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Ave|Blvd|Inc|Ltd"
    r"|Corp|U\.S|U\.N|U\.K|D\.C|E\.U|[^\W\d_])\.$"
)
# What follows an abbreviation when the sentence ends with it: no name, no number, but a word that opens sentences.
_OPENING = re.compile(
    r"(?:The|A|An|In|On|At|It|He|She|They|We|This|That|These|Those|But|And|However|For|If|As|When|While|After|Its|Their)\b"
)
_CAN_CLOSE = re.compile(
    r"\b(?:Jr|Sr|al|approx|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Ave|Blvd|Inc|Ltd|Corp|U\.S|U\.N|U\.K|D\.C|E\.U)\.$"
)


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yields begin and end of each sentence of `text[start:end]`, without the white space around it."""
    begin = start
    for mark in _END.finditer(text, start, end):
        if not _inside(text, begin, mark):
            yield from _trimmed(text, begin, mark.end())
            begin = mark.end()
    yield from _trimmed(text, begin, end)


def _inside(text: str, begin: int, mark: re.Match[str]) -> bool:
    """Tells whether the full stop belongs to an abbreviation within the sentence."""
    window, stop = max(begin, mark.start() - 8), mark.start() + 1
    if not _ABBREVIATION.search(text, window, stop):
        return False
    return not (_OPENING.match(text, mark.end()) and _CAN_CLOSE.search(text, window, stop))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and _is_empty(text[start]):
        start += 1
    while end > start and _is_empty(text[end - 1]):
        end -= 1
    if start < end:
        yield start, end


def _is_empty(character: str) -> bool:
    """Tells white space and signs of no width, which make no token."""
    return character.isspace() or character in NO_WIDTH
