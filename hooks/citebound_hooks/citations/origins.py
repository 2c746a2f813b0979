"""Finds the origin that a text declares for what it cites: the agency that received the statement."""

from __future__ import annotations

import re
from functools import cache

from citebound_hooks.citations.lexicon import phrases, words
from citebound_hooks.citations.names import NAME, read_name
from citebound_hooks.citations.outlets import is_medium

REACH = 600  # characters before the citation


def find_origin(text: str, start: int, end: int, seen: frozenset[str]) -> str | None:
    """Returns the origin nearest before `end`, as the text prints it, or None if the text declares none.

    Args:
        text: The document's text.
        start: Where the clause begins that the citation closes.
        end: Where the citation's brackets open.
        seen: Outlets that the document itself cites, folded.
    """
    start = max(start, end - REACH)
    found: tuple[int, str] | None = None
    for pattern, medium in _phrases():
        for phrase in pattern.finditer(text, start, end):
            place = read_name(text, phrase.end(), end)
            if place and (not medium or is_medium(text[slice(*place)], seen)):
                found = max(found or (-1, ""), (phrase.start(), _squeezed(text[slice(*place)])))
    return found[1] if found else _author(text, start, end)


def _author(text: str, start: int, end: int) -> str | None:
    """The named author of a statement that several outlets relay."""
    place = None
    for phrase in _by().finditer(text, start, end):
        place = read_name(text, phrase.end(), end) or place
    if place is None:
        for issued in _issued().finditer(text, start, end):
            if not issued[1].endswith(("'s", "’s")):
                place = issued.span(1)
    return _squeezed(text[slice(*place)]) if place else None


def _squeezed(name: str) -> str:
    return " ".join(name.split())


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], bool], ...]:
    return tuple(
        (re.compile(rf"(?<!\w){phrases(*group.phrases)}(?!\w)", re.I), group.medium)
        for group in words().origin
    )


@cache
def _by() -> re.Pattern[str]:
    statement = words().statement
    return re.compile(rf"(?<!\w){phrases(*statement.nouns)}\s{phrases(*statement.by)}(?!\w)", re.I)


@cache
def _issued() -> re.Pattern[str]:
    noun = phrases(*words().statement.nouns)
    return re.compile(
        rf"(?<![\w'’-])({NAME})(?:\s[a-zé]{{2,16}}){{1,6}}\s(?:in|via|through|dans)\s(?:an?|its|his|her|their|un|une)\s"
        rf"(?:[a-zé-]{{2,16}}\s){{0,2}}{noun}(?!\w)"
    )
