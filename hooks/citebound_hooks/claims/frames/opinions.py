"""`in X's view, …`, `in his opinion …`, `by X's account, …`, `by the account of X, …`: whose words a sentence gives."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import ClaimKind
from citebound_hooks.claims.contents import content_end, trimmed
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.frames.clause import Clauses
from citebound_hooks.claims.frames.nominal import owner_of
from citebound_hooks.claims.subjects import subject_after
from citebound_hooks.claims.words import words

_OWNED = 8  # tokens between the preposition and the noun


def opinions(clauses: Clauses) -> Iterator[Found]:
    """Yields the claims that a sentence frames with somebody's view or account."""
    passage = clauses.passage
    for at in [at for at, word in enumerate(passage.words) if word in words().opinions]:
        source, first, last = _framed(clauses, at)
        if source is None or passage.quotes.at(passage.tokens[at].start):
            continue
        content = _after(clauses, last + 1) or _before(clauses, first, last + 1)
        if content is not None:
            kind: ClaimKind = "assess" if passage.words[at] in words().voices else "say"
            yield Found(passage, passage.span(at, at), source, [content], kind, "opinion", 0.9)


def _framed(clauses: Clauses, at: int) -> tuple[Place | None, int, int]:
    """Whose view it is, and the first and last token of the phrase that frames it."""
    passage = clauses.passage
    if passage.lower(at - 1) == "the" and passage.lower(at - 2) == "by" and passage.lower(at + 1) == "of":
        whose = subject_after(passage, at + 2)
        return (passage.span(whose.first, whose.last), at - 2, whose.last) if whose else (None, at, at)
    owner = owner_of(clauses, at)
    start = passage.index_at(owner[0]) if owner else at
    if owner is None or at - start > _OWNED or passage.lower(start - 1) not in ("in", "by"):
        return None, at, at
    return owner, start - 1, at


def _after(clauses: Clauses, first: int) -> Place | None:
    passage = clauses.passage
    opens = passage.tag(first) == "," or passage.tag(first) in "DOCZNnJ"
    while passage.tag(first) == ",":
        first += 1
    if not opens or first >= passage.words_end or not any(tag in "VbAMEzZ" for tag in passage.tags[first:]):
        return None
    end = content_end(passage, first, clauses.borders())
    return passage.span(first, end - 1) if end > first else None


def _before(clauses: Clauses, first: int, after: int) -> Place | None:
    """What stands before the phrase that closes a sentence: "The dam, …, was unsafe in her view."."""
    passage = clauses.passage
    if (
        passage.tag(after) not in "$."
        or first < 2
        or not any(tag in "VbAMEz" for tag in passage.tags[:first])
    ):
        return None
    return trimmed(passage.text, passage.tokens[0].start, passage.tokens[first - 1].end)
