"""The words of `cite_as_words.toml`, as patterns that the reading of a cite-as line and its rules share."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from citebound_hooks.language.alternatives import alternatives
from citebound_hooks.language.lexicon import load_lexicon


class _CiteAsWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The file."""

    before_address: tuple[str, ...]
    accessed: tuple[str, ...]


def before_address() -> str:
    """Returns the pattern of what stands before an address, without its colon."""
    return rf"\b(?:{alternatives(_words().before_address)})"


def before_access() -> str:
    """Returns the pattern of what stands before a date of access, a bracket and the space behind it included."""
    return rf"[\[(]?\b(?:last\s)?(?:{alternatives(_words().accessed)})\b(?:\son|:)?\s{{0,3}}"


@cache
def _words() -> _CiteAsWords:
    return load_lexicon(Path(__file__).with_name("cite_as_words.toml"), _CiteAsWords)
