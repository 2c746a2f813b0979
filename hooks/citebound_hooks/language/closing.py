"""Gives a citation behind the full stop to the sentence that it closes, and bounds what has no full stop."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_LONGEST = 500  # characters between the brackets
_LONGEST_SENTENCE = 4000  # longer is no sentence but a list or a table, and every layer would pay for it
_BRACKETS = re.compile(rf"[(\[](?P<inside>[^()\[\]]{{3,{_LONGEST}}})[)\]][.,;]?(?=\s|$)")
_CITES = re.compile(r"(?:(?i:see|cf\.?|voir)\s)?[^\Wa-zß-öø-ÿ].*(?:\d|n\.d\.|\.com|\.org|\.net)", re.S)

Place = tuple[int, int]


def close_with_citations(text: str, sentences: Iterable[Place]) -> Iterator[Place]:
    """Yields the sentences of one block; one that begins with a citation in brackets loses it to the one before."""
    last: Place | None = None
    for start, end in sentences:
        closed = _citation_end(text, start, end) if last else None
        if last is None or closed is None:
            if last:
                yield last
            last = (start, end)
            continue
        rest = closed + len(text[closed:end]) - len(text[closed:end].lstrip())
        if rest < end:
            yield last[0], closed
            last = (rest, end)
        else:
            last = (last[0], end)
    if last:
        yield last


def _citation_end(text: str, start: int, end: int) -> int | None:
    brackets = _BRACKETS.match(text, start, end)
    if brackets is None or not _CITES.fullmatch(brackets["inside"].strip()):
        return None
    return brackets.end()


def bounded(text: str, sentences: Iterable[Place]) -> Iterator[Place]:
    """Yields the sentences, those without an end in sight broken at white space."""
    for start, end in sentences:
        begin = start
        while end - begin > _LONGEST_SENTENCE:
            limit = begin + _LONGEST_SENTENCE
            space = max(text.rfind(mark, begin + 1, limit) for mark in "\n ")
            cut = space if space > begin else limit
            yield from _trimmed(text, begin, cut)
            begin = cut
        yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Place]:
    inside = text[start:end]
    if inside.strip():
        yield start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())
