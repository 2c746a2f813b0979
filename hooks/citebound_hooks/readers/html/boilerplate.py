"""Which elements hold navigation, sharing buttons, other articles and the like."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from citebound_hooks.language.lexicon import load_lexicon

_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
Strength = Literal["sure", "weak"]
_LONGEST_NAME = 200  # characters of a class attribute that are looked at


class BoilerplateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of `class`, `id` and `role` that mark boilerplate; see boilerplate.toml."""

    roles: frozenset[str]
    parts: frozenset[str]
    weak: frozenset[str]
    names: frozenset[str]
    unless: frozenset[str]


@cache
def _words() -> BoilerplateWords:
    return load_lexicon(Path(__file__).with_name("boilerplate.toml"), BoilerplateWords)


def is_boilerplate_role(role: str) -> bool:
    """Whether an ARIA role marks boilerplate."""
    return role.lower() in _words().roles


@lru_cache(maxsize=4096)
def strength_of_name(names: str) -> Strength | None:
    """Tells whether one of the class names, or the id, marks boilerplate, and how surely."""
    words = _words()
    found: Strength | None = None
    for name in names[:_LONGEST_NAME].split():
        if name.lower() in words.names:
            return "sure"
        parts = {part.lower() for part in _PART.findall(name)}
        if parts & words.unless:
            continue
        if parts & words.parts:
            return "sure"
        if parts & words.weak:
            found = "weak"
    return found
