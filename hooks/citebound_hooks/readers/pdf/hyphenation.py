"""Words broken at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from citebound_hooks.language.lexicon import load_lexicon

_HYPHENS = "-\u2010"
_SOFT_HYPHEN = "\u00ad"
_LAST_WORD = re.compile(r"[^\W\d_]{1,40}\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]{1,40}")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)?")


class Compounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """First parts of words that keep their hyphen; see compounds.toml."""

    keep_hyphen: frozenset[str]


@cache
def _compounds() -> Compounds:
    return load_lexicon(Path(__file__).with_name("compounds.toml"), Compounds)


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """Returns the words of a document in lower case, those with a hyphen as one."""
    return frozenset(word.lower().replace("\u2010", "-") for line in lines for word in _WORD.findall(line))


class Joint(NamedTuple):
    """How two lines are joined: how many characters go at the end of the first, and what comes between."""

    dropped: int
    between: str


def joint(before: str, after: str, known: frozenset[str]) -> Joint:
    """Tells how two lines of a paragraph are joined.

    A soft hyphen at the line end goes. A hyphen between a letter and a small letter goes, unless the document has
    the word with its hyphen elsewhere, or its first part usually keeps it (see compounds.toml); the document's own
    spelling without hyphen comes first of all. Before a capital or a figure the hyphen stays: `al-` + `Qaeda`.

    Args:
        before: The line before.
        after: The next line.
        known: The words of the document (`words_of`).
    """
    if before.endswith(_SOFT_HYPHEN):
        return Joint(1, "")
    if not before.endswith(tuple(_HYPHENS)) or not before[-2:-1].isalnum():
        return Joint(0, " ")
    if before[-2].isdigit() or not after[:1].islower():
        return Joint(0, "")
    return Joint(1 if _is_broken_word(before[:-1], after, known) else 0, "")


def _is_broken_word(before: str, after: str, known: frozenset[str]) -> bool:
    first, second = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if not first or not second:
        return False
    start, end = first.group().lower(), second.group().lower()
    if start + end in known:
        return True
    return f"{start}-{end}" not in known and start not in _compounds().keep_hyphen
