"""The words of the citation grammar, loaded once."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from citebound_hooks.language.alternatives import alternatives
from citebound_hooks.language.lexicon import load_lexicon

_GAP = re.compile(r"[\s\-‐-―_]+")


class OriginPhrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases before a name that make it the origin; with `medium`, only if it is a medium's name."""

    medium: bool
    phrases: tuple[str, ...]


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a statement is called, and what stands between it and its author."""

    nouns: tuple[str, ...]
    by: tuple[str, ...]


class CitationWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `citations.toml`; its head explains the keys."""

    see: tuple[str, ...]
    leads: tuple[str, ...]
    dated: frozenset[str]
    same: frozenset[str]
    instruments: frozenset[str]
    openings: tuple[str, ...]
    closings: frozenset[str]
    locators: tuple[str, ...]
    inner: frozenset[str]
    refused: frozenset[str]
    medium: frozenset[str]
    generic: frozenset[str]
    descriptors: frozenset[str]
    demonyms: frozenset[str]
    outlets: frozenset[str]
    places: frozenset[str]
    tails: tuple[str, ...]
    origin: tuple[OriginPhrases, ...]
    statement: Statement


@cache
def words() -> CitationWords:
    """Returns the lexicon, read once."""
    return load_lexicon(Path(__file__).with_name("citations.toml"), CitationWords)


@cache
def outlets() -> frozenset[str]:
    """Returns the known outlets, folded."""
    return frozenset(map(folded, words().outlets))


@lru_cache(maxsize=1024)
def folded(name: str) -> str:
    """Returns a name for comparison: case, apostrophes, hyphens and a leading article do not count."""
    plain = _GAP.sub(" ", name.replace("’", "'")).strip().casefold()
    return plain.removeprefix("the ")


def phrases(*spoken: str) -> str:
    """Returns a pattern for any of the phrases, the longest first; white space matches in every form."""
    words = alternatives(phrase.replace("’", "'") for phrase in spoken)
    return f"(?:{words})".replace("'", "['’]")
