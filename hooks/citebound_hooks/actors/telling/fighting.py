"""Who fights whom, and with whom: "clashes between X and Y", "X and its ally, Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from citebound.model import RelationType
from citebound_hooks.actors.lexicon.relations import relation_words
from citebound_hooks.actors.lexicon.tables import words_in
from citebound_hooks.actors.reading.phrase import Phrase
from citebound_hooks.actors.reading.wording import Words
from citebound_hooks.actors.telling.ends import is_attribute
from citebound_hooks.actors.telling.tied import Tied

_PAIRS = relation_words().pairs
_BEFORE, _AFTER, _ALLIES = words_in(_PAIRS.before), words_in(_PAIRS.after), words_in(_PAIRS.allies)
_JOINS_THEM, _JOINT = words_in(_PAIRS.joins), words_in(_PAIRS.joint)
_SMALL = words_in(_PAIRS.small)
_JOINS = frozenset(("and", "et", "with"))
_NEAR = 5  # tokens before or after a pair in which the fight is told


def pairs(words: Words, here: Sequence[Phrase]) -> Iterator[Tied]:
    """Yields "opposes" and "allied-with" of names that "and" joins."""
    for one, other in pairwise(here):
        if not 0 < other.first - one.last <= _NEAR or words.lower[one.last] not in _JOINS:
            continue
        between = words.lower[one.last : other.first]
        joined = [word for word in between if word not in _SMALL]
        if joined in ([], [","]) and between[0] in ("and", "et"):
            yield from _fight(words, one, other)
            yield from _joint(words, one, other)
        elif joined and joined[0] in _ALLIES and joined[1:] in ([], [","]):
            at = next(i for i in range(one.last, other.first) if words.tokens[i].lower in _ALLIES)
            yield _tied(words, one, "allied-with", other, at)


def _fight(words: Words, one: Phrase, other: Phrase) -> Iterator[Tied]:
    tokens = words.tokens
    lowest = max(0, one.first - _NEAR)
    near = [i for i in range(lowest, one.first) if tokens[i].lower in ("between", "entre")]
    if near and any(tokens[i].lower in _BEFORE for i in range(lowest, near[-1])):
        yield _tied(words, one, "opposes", other, near[-1] - 1)
    for at in range(other.last, min(other.last + _NEAR, len(tokens))):
        if tokens[at].lower in _AFTER:
            yield _tied(words, one, "opposes", other, at)
            return
        if tokens[at].lower not in _SMALL:
            return


def _joint(words: Words, one: Phrase, other: Phrase) -> Iterator[Tied]:
    """Yields "allied-with" of "X and Y signed a mutual defence pact"."""
    first = other.last
    while first < len(words.lower) and words.lower[first] in _SMALL:
        first += 1
    if first >= len(words.lower) or words.lower[first] not in _JOINS_THEM:
        return
    for at in range(first + 1, min(first + _NEAR, len(words.lower))):
        if words.lower[at] in _JOINT:
            yield _tied(words, one, "allied-with", other, at)
            return
        if not is_attribute(words, at):
            return


def _tied(words: Words, one: Phrase, kind: RelationType, other: Phrase, at: int) -> Tied:
    return Tied(one, kind, other, (words.tokens[at].start, words.tokens[at].end))
