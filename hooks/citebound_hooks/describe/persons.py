"""Tells words that name persons from words that name an organisation, where nothing else says which."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

from citebound_hooks.actors.lexicon.tables import given_names
from citebound_hooks.describe.names import is_organisation, split_names

_INITIAL = re.compile(r"(?<!\w)[A-ZÀ-Þ]\.(?!\w)")  # "L.", not "U.S."
_LONGEST = 300


def are_persons(words: str) -> bool:
    """Tells names of persons: a list of names, an initial or a known given name, and no word of organisations."""
    parts = re.findall(r"[^\W\d_]+", words[:_LONGEST])
    if len(parts) < 2 or is_organisation(words):
        return False
    if any(map(_is_given_name, parts)) or _INITIAL.search(words[:_LONGEST]):
        return True
    names = [words[start:end].split() for start, end in split_names(words[:_LONGEST])]
    return len(names) > 1 and all(
        2 <= len(name) <= 3 and all(word[0].isupper() for word in name) for name in names
    )


def has_initial(words: str) -> bool:
    """Tells a name with an initial between others: "Jane P. Doe"."""
    parts = words.split()
    return 3 <= len(parts) <= 4 and any(_INITIAL.fullmatch(part) for part in parts[1:-1])


def is_person(words: str) -> bool:
    """Tells the name of one person, which begins with a known given name."""
    parts = words.split()
    return 2 <= len(parts) <= 4 and _is_given_name(parts[0]) and not is_organisation(words)


def _is_given_name(word: str) -> bool:
    """Tells a given name, with its accents or without them."""
    bare = "".join(mark for mark in normalize("NFD", word.casefold()) if not combining(mark))
    return word[0].isupper() and (word.casefold() in given_names() or bare in given_names())
