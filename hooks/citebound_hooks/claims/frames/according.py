"""`according to X`, `in the words of X`."""

from __future__ import annotations

from collections.abc import Iterator

from citebound_hooks.claims.contents import content_end, to_quote_end, trimmed
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.frames.clause import Clauses
from citebound_hooks.claims.subjects import Subject, subject_after
from citebound_hooks.claims.words import words

_TO = 2  # tokens of "according to"
_D = ("d'", "d’")
_FRENCH = frozenset({"aux", "de", "à"})
_OPENINGS = frozenset({"according", "in", "selon", *_D, *_FRENCH})
_IN_THE_WORDS_OF = 4
_LOOK_BACK = 60
_RELATIVE = 15  # tokens of a clause about the source


def according_to(clauses: Clauses) -> Iterator[Found]:
    """Yields the claims that a sentence ascribes with "according to" or "in the words of"."""
    passage = clauses.passage
    for at, token in enumerate(passage.tokens):
        length = _phrase_at(clauses, at) if token.lower in _OPENINGS else 0
        if length and not passage.quotes.at(token.start):
            found = _according(clauses, at, length)
            if found is not None:
                yield found


def _phrase_at(clauses: Clauses, at: int) -> int:
    """How many tokens of such a phrase begin here."""
    lower = clauses.passage.lower
    if lower(at) == "according":
        return _TO if lower(at + 1) == "to" else 0
    if lower(at) == "selon" and lower(at + 1) not in ("que", "qu'", "qu’"):
        return 1
    if lower(at) in _D:
        return _TO if lower(at + 1) == "après" else 0
    for phrase in words().according if lower(at) in _FRENCH else ():
        parts = phrase.split()
        if all(lower(at + i) == part for i, part in enumerate(parts)):
            return len(parts)
    if lower(at + 1) == "the" and lower(at + 2) in words().voices and lower(at + 3) == "of":
        return _IN_THE_WORDS_OF
    return 0


def _according(clauses: Clauses, at: int, length: int) -> Found | None:
    passage = clauses.passage
    source = subject_after(passage, at + length)
    if passage.tag(at + length) == "o":
        source = Subject(at + length, at + length, "after")
    if source is None:
        return None
    source = source if at else _before_subject(clauses, source)
    before = None if _words_follow(clauses, at, length, source) else _before(clauses, at)
    after = _after(clauses, source) if before is None or _is_open(clauses, at, source) else None
    goes_on = passage.tag(at - 2) in "bAM" or passage.tag(source.last + 2) in "VbAMEZ"
    if before is not None and after is not None and not goes_on:
        before = None  # "In private, according to X, he …"
    content = [place for place in (before, after) if place is not None]
    if not content:
        return None
    cue, place = passage.span(at, at + length - 1), passage.span(source.first, source.last)
    return Found(passage, cue, place, content, "report", "according-to", 0.95)


def _before_subject(clauses: Clauses, source: Subject) -> Subject:
    """The source that opens a sentence, without a subject before a quotation: `the government "did not …`."""
    passage = clauses.passage
    comma = passage.tags.rfind(",", source.first, source.last + 1)
    if comma <= source.first or passage.tag(source.last + 1) != "“":
        return source
    return Subject(source.first, comma - 1, source.position)


def _words_follow(clauses: Clauses, at: int, length: int, source: Subject) -> bool:
    """Whether the phrase stands inside what is said: "that, according to X, …", "was, in the words of X, …"."""
    passage = clauses.passage
    if passage.tag(at - 1) in "T;:" or (passage.tag(at - 1) == "," and passage.tag(at - 2) in "TK;"):
        return True
    return length > _TO and passage.tag(at - 1) == "," and passage.tag(source.last + 1) == ","


def _is_open(clauses: Clauses, at: int, source: Subject) -> bool:
    """Whether no sentence stands before the phrase, so that it goes on behind the source."""
    passage = clauses.passage
    before = passage.tags[max(0, at - _LOOK_BACK) : at]
    broken = before[-2:-1] in ("b", "A", "M")  # "The strike was, according to X, …"
    return passage.tag(source.last + 1) == "," and (broken or not any(tag in "VbAMEz”" for tag in before))


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
    if passage.tag(first) == "," and passage.tag(first + 1) == "W":
        first += 1
    if passage.tag(first) == "W" or (first == source.last + 1 and passage.lower(first) == "that"):
        # "according to a clerk who survived, …"
        first = max(first, passage.tags.find(",", first, first + _RELATIVE))
    while passage.tag(first) in ",Y":
        first += 1
    if first >= passage.words_end:
        return None
    end = content_end(passage, first, clauses.borders())
    return to_quote_end(passage, passage.span(first, max(first, end - 1)))
