"""Names that a text gives to two persons: "Tomas Quill, son of Tomas Oskar Quill", "Quill … his sister, Ada Quill"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import Phrase

_KIN = words_in(word_lists().evidence.kin)
_OWNERS = frozenset(("his", "her", "whose", "son", "sa"))
_NEAR = 6  # tokens between two kinsmen


def kin(reading: Reading, keys: Mapping[Phrase, str]) -> frozenset[tuple[str, str]]:
    """Returns the pairs of names, both ways, that a word such as "son" or "brother" keeps apart."""
    named = [(phrase, key) for phrase, key in keys.items() if phrase.kind == "name"]
    pairs = {*_beside(reading, named), *_of_somebody_before(reading, named)}
    return frozenset(pairs | {(other, one) for one, other in pairs})


def _beside(reading: Reading, named: list[tuple[Phrase, str]]) -> Iterator[tuple[str, str]]:
    """Yields the two names of "Tomas Quill, son of Tomas Oskar Quill"."""
    for (one, key), (other, beside) in pairwise(named):
        if one.sentence == other.sentence and 0 < other.first - one.last <= _NEAR and key != beside:
            between = reading.words[one.sentence].lower[one.last : other.first]
            if not _KIN.isdisjoint(between):
                yield key, beside


def _of_somebody_before(reading: Reading, named: list[tuple[Phrase, str]]) -> Iterator[tuple[str, str]]:
    """Yields the surname that stands before "his sister, Ada Quill", which is his, and her full name."""
    seen: set[str] = set()
    for phrase, key in named:
        lower, at = reading.words[phrase.sentence].lower, phrase.first - 1
        at -= at > 0 and lower[at] == ","
        surname = key.rpartition(" ")[2]
        if at > 0 and lower[at] in _KIN and lower[at - 1] in _OWNERS and surname in seen and key not in seen:
            yield surname, key
        seen.add(key)
