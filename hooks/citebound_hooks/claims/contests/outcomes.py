"""Outcomes that exclude each other: "the plane was shot down", "it crashed in a storm"; the file `outcomes.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from citebound_hooks.language.lexicon import load_lexicon

Outcome = tuple[str, bool]  # what differs, and which way


class Contrary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What may have come about in one of two ways, and the words for either."""

    one: frozenset[str]
    other: frozenset[str]


@cache
def _by_word() -> dict[str, frozenset[Outcome]]:
    known: dict[str, frozenset[Outcome]] = {}
    lexicon = load_lexicon(Path(__file__).with_name("outcomes.toml"), dict[str, Contrary])
    for name, contrary in lexicon.items():
        for way, group in ((True, contrary.one), (False, contrary.other)):
            for word in group:
                known[word] = known.get(word, frozenset()) | {(name, way)}
    return known


def outcomes(words: frozenset[str]) -> frozenset[Outcome]:
    """Returns the outcomes of which words speak, without those of which they tell either way."""
    known = _by_word()
    found = {outcome for word in known.keys() & words for outcome in known[word]}
    return frozenset((name, way) for name, way in found if (name, not way) not in found)


def exclude(mine: frozenset[Outcome], theirs: frozenset[Outcome], turned: bool) -> bool:
    """Tells whether two accounts tell contrary outcomes.

    Args:
        mine: What one speaks of.
        theirs: What the other speaks of.
        turned: Whether just one of them says that it was not so: "it was no accident", "it was a bomb" agree.
    """
    return any((name, way if turned else not way) in theirs for name, way in mine)
