"""Tells whether a date's clause speaks of the past, of the future, or leaves it open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from citebound_hooks.dates.lexicon import date_words
from citebound_hooks.language.analysis import Sentence
from citebound_hooks.language.tokens import Token

Tense = Literal["past", "future", "open"]
_BREAKS = frozenset(";:—")
_LINKS = frozenset({"but", "while", "although", "though", "whereas", "mais", "tandis", "alors"})
_FRENCH_PAST = re.compile(r"\w{2,}(?:é|ée|és|ées|it|u|ue|us)")


def tense_at(sentence: Sentence, start: int, end: int) -> Tense:
    """Returns what the clause of `text[start:end]` says of its time.

    A noun of something that has happened, named with its day ("the March 5 attack"), makes it past whatever else the
    clause says; else a word of the future outweighs a past form ("he said that polls will open on 2 May").
    """
    after = next((token for token in sentence.tokens if token.start >= end), None)
    if after is not None and after.lower in date_words().past_nouns:
        return "past"
    clause = [token for token in _clause(sentence.tokens, start) if not start <= token.start < end]
    said = {token.lower for token in clause}
    if said & date_words().future:
        return "future"
    past = any(_is_past(clause, index) for index in range(len(clause)))
    return "past" if past and not said & date_words().unsettled else "open"


def _clause(tokens: Sequence[Token], place: int) -> Sequence[Token]:
    """The tokens around a place up to a semicolon, colon, dash or contrasting conjunction."""
    begin, end = 0, len(tokens)
    for index, token in enumerate(tokens):
        if token.text in _BREAKS or token.lower in _LINKS:
            if token.start < place:
                begin = index + 1
            else:
                end = index
                break
    return tokens[begin:end]


def _is_past(tokens: Sequence[Token], index: int) -> bool:
    word = tokens[index].lower
    if word in date_words().past:
        return True
    if word.endswith("ed") and len(word) > 4:
        return word not in date_words().not_past
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return word in ("a", "est", "sont") and bool(_FRENCH_PAST.fullmatch(following))
