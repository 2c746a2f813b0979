"""The words of `title_page.toml`, and which lines of a title page are an issuer's name by their words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from citebound_hooks.language.lexicon import load_lexicon

_LONGEST_ISSUER, _LONGEST_HOUSE = 10, 4  # words
MARKS = "()|:–—.-,’'"
"""Marks around the words of a title page that are no part of them."""


class TitlePageWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The words of `title_page.toml`."""

    kinds: frozenset[str]
    issuers: frozenset[str]
    houses: frozenset[str]
    genitives: frozenset[str]
    published_by: tuple[str, ...]
    small: frozenset[str]


@cache
def title_page_words() -> TitlePageWords:
    """Returns the words of a title page."""
    return load_lexicon(Path(__file__).with_name("title_page.toml"), TitlePageWords)


def is_kind(words: str) -> bool:
    """Tells words that say what kind of document it is, with or without a number: "Policy Brief No. 31"."""
    tokens = [token.strip(MARKS) for token in words.casefold().replace("-", " ").split()]
    return all(token in title_page_words().kinds or any(map(str.isdigit, token)) for token in tokens if token)


def is_issuer(words: str) -> bool:
    """Tells the name of an organisation that issues reports, alone on its line."""
    tokens = words.split()
    capitals = all(
        token[0].isupper() or token[0] == "(" or token in title_page_words().small for token in tokens
    )
    parts = (part.strip(MARKS).casefold() for token in tokens for part in token.split("-"))
    named = any(part in title_page_words().issuers for part in parts) or _is_house(tokens)
    whole = (capitals and len(tokens) <= _LONGEST_ISSUER) or _is_of_something(tokens)
    return whole and named and ":" not in words


def _is_of_something(tokens: list[str]) -> bool:
    """Tells a name in a language that gives a capital to its first word alone: "Institut des marais"."""
    first = tokens[0].casefold() in title_page_words().issuers and tokens[0][0].isupper()
    return first and 2 < len(tokens) <= _LONGEST_HOUSE + 2 and tokens[1] in title_page_words().genitives


def _is_house(tokens: list[str]) -> bool:
    """Tells the name of a publishing house, which ends in one of their words: "Northgate Press"."""
    capitals = all(token[0].isupper() for token in tokens)
    return (
        capitals and 1 < len(tokens) <= _LONGEST_HOUSE and tokens[-1].casefold() in title_page_words().houses
    )
