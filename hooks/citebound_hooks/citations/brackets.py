"""Finds the brackets that may hold citations, and their segments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 500  # characters between the brackets: a list of a dozen outlets
_ROUND = re.compile(rf"\((?P<inside>(?:[^()]|\([^()]{{0,80}}\)){{3,{LONGEST}}}+)\)")
_SQUARE = re.compile(rf"\[(?P<inside>[^\[\]()]{{8,{LONGEST}}})\]")


class Brackets(NamedTuple):
    """A pair of brackets: `text[start:end]` with them, and the segments between semicolons inside."""

    start: int
    end: int
    segments: tuple[tuple[int, int], ...]


def find_brackets(text: str, start: int, end: int) -> Iterator[Brackets]:
    """Yields the brackets in `text[start:end]` in order, none within another."""
    done = start
    places = [m for pattern in (_ROUND, _SQUARE) for m in pattern.finditer(text, start, end)]
    for match in sorted(places, key=lambda m: m.start()):
        if match.start() >= done:
            done = match.end()
            yield Brackets(match.start(), match.end(), tuple(_segments(text, *match.span("inside"))))


def _segments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    depth = 0
    for place in range(start, end):
        character = text[place]
        depth += (character in "([") - (character in ")]")
        if character in ";؛" and not depth:
            yield from trimmed(text, begin, place)
            begin = place + 1
    yield from trimmed(text, begin, end)


def trimmed(text: str, start: int, end: int, also: str = "") -> Iterator[tuple[int, int]]:
    """Yields the place without the white space (and other characters) around it, if anything is left."""
    while start < end and (text[start].isspace() or text[start] in also):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in also):
        end -= 1
    if start < end:
        yield start, end
