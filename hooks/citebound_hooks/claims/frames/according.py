"""`according to X`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound_hooks.claims.contents import content_end, to_quote_end, trimmed
from citebound_hooks.claims.found import Found
from citebound_hooks.claims.frames.clause import Clauses
from citebound_hooks.claims.subjects import subject_after


def according_to(text: str, clauses: Clauses) -> Iterator[Found]:
    """Yields the claims that a sentence ascribes with "according to"."""
    passage = clauses.passage
    for at, token in enumerate(passage.tokens):
        if (
            token.lower == "according"
            and passage.lower(at + 1) == "to"
            and passage.quotes.at(token.start) is None
        ):
            found = _according(text, clauses, at)
            if found is not None:
                yield found


def _according(text: str, clauses: Clauses, at: int) -> Found | None:
    passage = clauses.passage
    source = subject_after(passage, at + 2)
    if source is None:
        return None
    before = (
        trimmed(text, passage.tokens[0].start, token_end)
        if (token_end := passage.tokens[at - 1].end) and at > 1
        else None
    )
    quote = passage.quotes.at(before[0]) if before else None
    if quote is not None and before is not None:
        before = (quote.start, before[1])
    if before is None:
        first = source.last + 1
        while passage.tag(first) in ",RY":
            first += 1
        if first >= passage.words_end:
            return None
        end = content_end(passage, first, clauses.borders())
        before = to_quote_end(passage, passage.span(first, max(first, end - 1)))
    cue, place = passage.span(at, at + 1), passage.span(source.first, source.last)
    return Found(passage, cue, place, [before], "report", "according-to", 0.95)
