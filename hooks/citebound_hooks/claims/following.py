"""Quotes that no reporting verb of their own sentence holds: they carry on what was said before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from citebound_hooks.claims.found import Found
from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.quotes import Quote, Quotes
from citebound_hooks.claims.words import words
from citebound_hooks.language.phrases import NOUN_PHRASE

_TAGGED = re.compile(r",\s?[\"”'’»]\s[^\W\d_]|[\"”'’»],\s[^\W\d_A-ZÀ-Þ]")
_LEAST_WORDS = 2  # shorter ones are names, titles and scare quotes
_BEFORE_SPEECH = frozenset(".?!”\"'’:")


def attach_following(
    text: str, passages: Sequence[Passage], quotes: Quotes, found: Sequence[Found]
) -> list[Found]:
    """Adds to each claim the quotes that carry it on; returns the claims in the order of the text.

    A claim that announces words ("X said:") and finds none after it is dropped.
    """
    claims = sorted(found, key=_place)
    _Speech(text, passages, quotes, claims).follow()
    return [claim for claim in claims if not claim.awaits or claim.content]


def _place(claim: Found) -> int:
    return claim.cue[0] if claim.cue else claim.content[0][0]


class _Speech:
    """Walks through the quotes of a text and keeps in mind who is speaking."""

    def __init__(
        self, text: str, passages: Sequence[Passage], quotes: Quotes, claims: Sequence[Found]
    ) -> None:
        self._text, self._passages, self._quotes, self._claims = text, passages, quotes, claims
        self._places = [_place(claim) for claim in claims]
        self._starts = [passage.sentence.start for passage in passages]
        self._holders = _holders(quotes, claims)
        self._carriers: dict[int, Found] = {}

    def follow(self) -> None:
        """Gives each quote without a claim to the claim that it carries on, if there is one."""
        self._promised()
        previous: tuple[Quote, Found] | None = None
        for quote in self._quotes.all:
            claim = self._holders.get(quote.start)
            if claim is None:
                claim = self._speaking(quote, previous)
                if claim is not None:
                    claim.content.append((quote.start, quote.end))
                    self._carriers[quote.start] = claim
            if claim is not None:
                previous = quote, claim
        self._complete()

    def _promised(self) -> None:
        """Gives a claim that ends with a colon the paragraph behind it, where no quotation marks are set."""
        for claim in self._claims:
            following = claim.passage.sentence.index + 1
            if claim.awaits and following < len(self._passages):
                block = self._passages[following].sentence.block
                if self._quotes.at(block.start) is None and block != claim.passage.sentence.block:
                    claim.content.append((block.start, block.end))

    def _complete(self) -> None:
        """Gives a speech of several paragraphs whose speaker is named later its first paragraphs too."""
        following: Found | None = None
        after: Quote | None = None
        for quote in reversed(self._quotes.all):
            claim = self._holders.get(quote.start) or self._carriers.get(quote.start)
            if claim is None and after is not None and after.continues and not quote.closed:
                claim = following
                if claim is not None:
                    claim.content.insert(0, (quote.start, quote.end))
            following, after = claim, quote

    def _is_speech(self, quote: Quote) -> bool:
        return self._text.count(" ", quote.start, quote.end) >= _LEAST_WORDS - 1

    def _speaking(self, quote: Quote, previous: tuple[Quote, Found] | None) -> Found | None:
        if quote.continues:
            return previous[1] if previous else None
        here = max(0, bisect_right(self._starts, quote.start) - 1)
        last = self._last_claim(quote.start)
        if not self._is_speech(quote) or self._is_of_another(quote, here, last):
            return None
        return self._carried(quote, here, previous, last)

    def _is_of_another(self, quote: Quote, here: int, last: Found | None) -> bool:
        """Whether words lead to a quote that no claim is made of: "He denied it. His aide smiled: "…""."""
        before = self._text[max(0, quote.start - 4) : quote.start].rstrip(" \u00a0")[-1:]
        if before not in {"", "\n", *_BEFORE_SPEECH}:
            return True
        sentence = self._passages[here].sentence
        led = bool(self._text[sentence.start : quote.start].strip())
        if not led and _TAGGED.search(self._text, quote.end - 3, quote.end + 4) is not None:
            return True  # `"…," somebody grins`: not the one who spoke before
        return led and (last is None or last.passage.sentence is not sentence)

    def _carried(
        self, quote: Quote, here: int, previous: tuple[Quote, Found] | None, last: Found | None
    ) -> Found | None:
        if self._names_another(here, quote, last):
            return None
        block = self._passages[here].sentence.block
        if previous is not None and previous[0].start >= block.start:
            return last if last is not None and self._is_another(last, previous) else previous[1]
        if last is not None and _place(last) >= block.start:
            return last
        if self._text[block.start : quote.start].strip():
            return None
        return self._from_block_before(quote, here, previous, last)

    def _names_another(self, here: int, quote: Quote, last: Found | None) -> bool:
        """Whether the sentence before a quote has a name for its subject and says nothing: "Rook laughed. "…""."""
        start = self._passages[here].sentence.start
        before = self._passages[here - 1] if here and start >= quote.start else None
        if before is None or last is None or before.sentence.block != self._passages[here].sentence.block:
            return False
        if last.passage.sentence.index >= before.sentence.index or last.source is None:
            return False
        subject = NOUN_PHRASE.match(before.tags)
        named = {before.lower(i) for i in range(subject.end()) if before.tag(i) == "C"} if subject else set()
        return bool(named) and named.isdisjoint(self._text[slice(*last.source)].lower().split())

    def _is_another(self, claim: Found, previous: tuple[Quote, Found]) -> bool:
        """Whether somebody else has spoken since a quote: `"…," X said. Y disagreed. "…"`."""
        quote, before = previous
        if any(start <= quote.start < end for start, end in claim.content):
            return True  # who is named nearest to the quote: "X scolded him: "…," she said."
        if claim.source is None or before.source is None or _place(claim) < quote.end:
            return False
        named = set(self._text[slice(*claim.source)].lower().split())
        return named.isdisjoint(words().fitting) and named.isdisjoint(
            self._text[slice(*before.source)].lower().split()
        )

    def _last_claim(self, offset: int) -> Found | None:
        at = bisect_right(self._places, offset) - 1
        return self._claims[at] if at >= 0 else None

    def _from_block_before(
        self, quote: Quote, here: int, previous: tuple[Quote, Found] | None, last: Found | None
    ) -> Found | None:
        """The speaker of the paragraph before, for a paragraph that is a quote and nothing else."""
        if here == 0 or self._text[quote.end : self._passages[here].sentence.block.end].strip():
            return None
        before = self._passages[here - 1].sentence.block
        if last is not None and last.awaits and _place(last) >= before.start:
            return last
        if previous is not None and previous[0].start >= before.start:
            return previous[1]
        return None


def _holders(quotes: Quotes, claims: Sequence[Found]) -> dict[int, Found]:
    """The claim in whose content each quote lies."""
    held: dict[int, Found] = {}
    for claim in claims:
        for start, end in claim.content:
            for quote in quotes.within(start, end):
                held.setdefault(quote.start, claim)
            around = quotes.at(start)
            if around is not None:
                held.setdefault(around.start, claim)
    return held
