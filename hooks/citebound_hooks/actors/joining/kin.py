"""Names that a text gives to two persons: "Tomas Quill, son of Tomas Oskar Quill"."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import Phrase

_KIN = words_in(word_lists().evidence.kin)
_NEAR = 6  # tokens between two kinsmen


def kin(reading: Reading, keys: Mapping[Phrase, str]) -> frozenset[tuple[str, str]]:
    """Returns the pairs of names, both ways, between which a word such as "son" or "brother" stands."""
    found: set[tuple[str, str]] = set()
    named = [phrase for phrase in keys if phrase.kind == "name"]
    for one, other in pairwise(named):
        if one.sentence != other.sentence or not 0 < other.first - one.last <= _NEAR:
            continue
        between = reading.words[one.sentence].lower[one.last : other.first]
        if keys[one] != keys[other] and not _KIN.isdisjoint(between):
            found |= {(keys[one], keys[other]), (keys[other], keys[one])}
    return frozenset(found)
