"""Words of likelihood and of confidence in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from citebound_hooks.language.alternatives import alternatives
from citebound_hooks.rules.reading.lists import load

_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")
_LONGEST = 1000


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The base of the file's tables: unknown keys refused."""


class _Row(_Table, frozen=True):
    name: str
    words: tuple[str, ...]


class _Confidence(_Table, frozen=True):
    levels: tuple[str, ...]


class _Assessment(_Table, frozen=True):
    words: tuple[str, ...]


class _Scale(_Table, frozen=True):
    rows: tuple[_Row, ...]
    confidence: _Confidence
    assessment: _Assessment


class Likelihood(NamedTuple):
    """A word of likelihood in a text, and the row of the scale that it is of."""

    start: int
    end: int
    words: str
    row: str


class _Patterns(NamedTuple):
    likelihood: re.Pattern[str]
    confidence: re.Pattern[str]


def likelihoods(text: str, start: int, end: int) -> Iterator[Likelihood]:
    """Yields the words of likelihood in `text[start:end]`."""
    rows = _rows()
    for match in _patterns().likelihood.finditer(text, start, end):
        yield Likelihood(
            match.start(), match.end(), match.group(), rows[" ".join(match.group().lower().split())]
        )


def confidences(text: str) -> Iterator[re.Match[str]]:
    """Yields the levels of confidence in a text."""
    return _patterns().confidence.finditer(text) if "confidence" in text.lower() else iter(())


def is_assessment(text: str) -> bool:
    """Tells whether a text judges in the terms of the scale: by levels of confidence, or as "we assess"."""
    lower = " ".join(text.lower().split())
    return any(words in lower for words in _scale().assessment.words) or any(confidences(text))


def sentence_around(text: str, at: int) -> tuple[int, int]:
    """Returns begin and end of the sentence around a place; abbreviations may cut it short."""
    begin = max(at - _LONGEST, 0)
    for match in _SENTENCE_END.finditer(text, begin, at):
        begin = match.end()
    end = _SENTENCE_END.search(text, at, at + _LONGEST)
    return begin, end.end() if end else min(at + _LONGEST, len(text))


@cache
def _scale() -> _Scale:
    return load("likelihood", _Scale)


@cache
def _rows() -> dict[str, str]:
    return {words: row.name for row in _scale().rows for words in row.words}


@cache
def _patterns() -> _Patterns:
    levels = "|".join(_scale().confidence.levels)
    return _Patterns(
        likelihood=_any_of(_rows()),
        confidence=re.compile(rf"\b(?:{levels})(?:[ -]to[ -](?:{levels}))?[ \n-]confidence\b", re.IGNORECASE),
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(phrases)})\b", re.IGNORECASE)
