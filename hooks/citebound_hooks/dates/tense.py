"""Tells whether a date's clause speaks of the past, of the future, or leaves it open."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Literal

from citebound_hooks.dates.lexicon import date_words
from citebound_hooks.language.tokens import Token

Tense = Literal["past", "future", "open"]
_QUOTES = frozenset('"“”«»')
_CLOSE = 3  # words between a past form and its date
_NOUN_REACH = 8  # words between "the escape" and its date
_REACH = 15  # words behind an opening date in which its verb stands
_BREAKS = frozenset(";:—")
_LINKS = frozenset({"but", "while", "although", "though", "whereas", "mais", "tandis", "alors"})
_DEFINITE = frozenset({"the", "this", "last", "their", "its", "his", "her"})
_AUXILIARIES = frozenset({"a", "est", "sont"})
_FRENCH_PAST = re.compile(r"\w{2,}(?:é|ée|és|ées|it|u|ue|us)")


class Tenses:
    """The clauses of one sentence and what their words say of time.

    A clause ends at a semicolon, colon, dash or contrasting conjunction; what is quoted has clauses of its own.

    Args:
        tokens: The sentence's tokens.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._starts = [token.start for token in tokens]
        self._marks = [_mark(tokens, index) for index in range(len(tokens))]
        self._clauses: list[Counter[Tense | None]] = [Counter()]
        self._clause_of: list[int] = []
        outer = current = 0
        quoted = False
        for token, mark in zip(tokens, self._marks, strict=True):
            if token.text in _QUOTES:
                quoted = not quoted if token.text == '"' else token.text in "“«"
                outer, current = (current, self._new()) if quoted else (outer, outer)
            elif token.text in _BREAKS or token.lower in _LINKS:
                current = self._new()
            self._clauses[current][mark] += 1
            self._clause_of.append(current)

    def _new(self) -> int:
        self._clauses.append(Counter())
        return len(self._clauses) - 1

    def at(self, start: int, end: int) -> Tense:
        """Returns what the clause of `text[start:end]` says of its time, its own words left out.

        A noun of something that has happened, named with its day ("the March 5 attack"), and a past form close
        before it make it past whatever else the clause says; else a word of the future outweighs a past form ("he
        said that polls will open on 2 May").
        """
        first, after = bisect_left(self._starts, start), bisect_left(self._starts, end)
        if after < len(self._tokens) and self._tokens[after].lower in date_words().past_nouns:
            return "past"
        if (
            self._follows_past(first)
            or self._dates_deed(first)
            or (first <= _CLOSE and self._past_follows(after))
        ):
            return "past"
        said = self._clauses[self._clause_of[min(first, len(self._clause_of) - 1)]].copy()
        said.subtract(self._marks[first:after])
        if said["future"] > 0:
            return "future"
        return "past" if said["past"] > 0 and said["open"] <= 0 else "open"

    def _follows_past(self, first: int) -> bool:
        """Whether a past form stands directly before, but for a preposition or object ("announced on Friday")."""
        for index in range(first - 1, max(first - 1 - _CLOSE, -1), -1):
            if self._marks[index] is not None or self._clause_of[index] != self._clause_of[first - 1]:
                return self._marks[index] == "past"
        return False

    def _dates_deed(self, first: int) -> bool:
        """Whether the date closes the phrase of something that has happened: "the escape from the jail on Friday"."""
        for index in range(first - 1, max(first - 1 - _NOUN_REACH, 0), -1):
            if self._marks[index] is not None or self._clause_of[index] != self._clause_of[first - 1]:
                return False
            if self._tokens[index].lower in date_words().past_nouns:
                return self._tokens[index - 1].lower in _DEFINITE
        return False

    def _past_follows(self, after: int) -> bool:
        """Whether a past form is the first word of time behind a date that opens the sentence."""
        marks = (self._marks[index] for index in range(after, min(after + _REACH, len(self._marks))))
        return next((mark for mark in marks if mark), None) == "past"


@cache
def _marked() -> dict[str, Tense]:
    words = date_words()
    return {
        **dict.fromkeys(words.past, "past"),
        **dict.fromkeys(words.unsettled, "open"),
        **dict.fromkeys(words.future, "future"),
    }


def _mark(tokens: Sequence[Token], index: int) -> Tense | None:
    word = tokens[index].lower
    mark = _marked().get(word)
    if mark is None and word.endswith("ed") and len(word) > 3 and word not in date_words().not_past:
        mark = "past"
    if mark == "past" and index and tokens[index - 1].lower == "be":  # "to be held"
        return None
    return mark or ("past" if word in _AUXILIARIES and _is_participle(tokens, index + 1) else None)


def _is_participle(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and bool(_FRENCH_PAST.fullmatch(tokens[index].lower))
