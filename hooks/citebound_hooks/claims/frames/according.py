"""`according to X`."""

from __future__ import annotations

from collections.abc import Iterator

from citebound_hooks.claims.contents import content_end, to_quote_end, trimmed
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.frames.clause import Clauses
from citebound_hooks.claims.subjects import Subject, subject_after


def according_to(clauses: Clauses) -> Iterator[Found]:
    """Yields the claims that a sentence ascribes with "according to"."""
    passage = clauses.passage
    for at, token in enumerate(passage.tokens):
        if (
            token.lower == "according"
            and passage.lower(at + 1) == "to"
            and not passage.quotes.at(token.start)
        ):
            found = _according(clauses, at)
            if found is not None:
                yield found


def _according(clauses: Clauses, at: int) -> Found | None:
    passage = clauses.passage
    source = subject_after(passage, at + 2)
    if source is None:
        return None
    content = _before(clauses, at) or _after(clauses, source)
    if content is None:
        return None
    cue, place = passage.span(at, at + 1), passage.span(source.first, source.last)
    return Found(passage, cue, place, [content], "report", "according-to", 0.95)


def _before(clauses: Clauses, at: int) -> Place | None:
    passage = clauses.passage
    if at < 2:
        return None
    place = trimmed(passage.text, passage.tokens[0].start, passage.tokens[at - 1].end)
    if place is None:
        return None
    quote = passage.quotes.at(place[0])
    return (quote.start, place[1]) if quote else place


def _after(clauses: Clauses, source: Subject) -> Place | None:
    passage = clauses.passage
    first = source.last + 1
    while passage.tag(first) in ",RY":
        first += 1
    if first >= passage.words_end:
        return None
    end = content_end(passage, first, clauses.borders())
    return to_quote_end(passage, passage.span(first, max(first, end - 1)))
