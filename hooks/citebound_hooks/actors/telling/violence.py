"""Who does violence, who suffers it and who is blamed for it, by the words next to a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.phrase import Phrase
from citebound_hooks.actors.reading.wording import Words

DOES: Final = 1
SUFFERS: Final = 2
BLAMED: Final = 4

_ACTS = words_in(word_lists().violence.acts)
_DONE = words_in(word_lists().violence.done)
_NOUNS = words_in(word_lists().violence.nouns)
_BLAME = words_in(word_lists().violence.blame)
_VIOLENT = _ACTS | _DONE | _NOUNS
_TOLD = _VIOLENT | _BLAME
_PASSIVE = words_in(word_lists().violence.passive)
_TOWARDS = frozenset(("of", "against", "on", "de", "du", "contre"))
_PAIRED, _BETWEEN = frozenset(("between", "entre", "and", "et")), frozenset(("between", "entre"))
_CLAIMED = frozenset(("claimed", "revendiqué", "revendiquée"))
_CLAIM = frozenset(("claim", "claims", "claimed", "revendique", "revendiqué"))
_CLAIMABLE = _NOUNS | {"responsibility", "responsabilité"}
_CARRIED = frozenset(("carried", "carries", "launched", "launches", "staged", "stages", "mounted", "mounts"))
_NONE = frozenset[str]()
# "X claimed the raid", "X has carried out several attacks": verbs that tell of violence by the noun that follows.
_WITH_NOUN = dict.fromkeys(_CLAIM, _CLAIMABLE) | dict.fromkeys(_CARRIED, _NOUNS)
_SMALL = words_in(word_lists().violence.between)
_REACH = 5  # words between a name and its verb
_PAIR = 10  # words between "clashes" and the second of a pair
_AGENT = 6  # words between "killed" and "by"


def part_in(words: Words, phrase: Phrase) -> int:
    """Returns what a sentence says of a name: DOES, SUFFERS, BLAMED, or 0."""
    return _after(words, phrase.last) | _before(words, phrase.first)


def tells(words: Words) -> bool:
    """Tells whether a sentence tells of violence or of blame: in others nobody has a part."""
    return not _TOLD.isdisjoint(words.lower)


def is_violent(words: Words) -> bool:
    """Tells whether a sentence tells of violence."""
    return not _VIOLENT.isdisjoint(words.lower)


def _after(words: Words, at: int) -> int:
    """Reads "X killed", "X was killed", "X, which has raided", "X claimed responsibility", "X staged a raid"."""
    passive = False
    for index, word in enumerate(words.lower[at : at + _REACH], at):
        if word in _DONE and passive:
            return SUFFERS
        if word in _ACTS:
            return DOES
        if word in _BLAME and passive:
            return BLAMED
        if not _WITH_NOUN.get(word, _NONE).isdisjoint(words.lower[index + 1 : index + _REACH + 1]):
            return DOES
        passive = passive or word in _PASSIVE
        if not (word in _PASSIVE or word in _SMALL or words.flags[index] & k.ADVERB or word.endswith("ly")):
            return 0
    return 0


def _before(words: Words, first: int) -> int:
    """Reads "killed by the X", "the murder of the judge X", "killed X", "blamed X"."""
    flags, at = words.flags, first - 1
    while at >= 0 and first - at < _REACH and flags[at] & (k.ARTICLE | k.TITLE | k.OFFICE_PART | k.MODIFIER):
        at -= 1
    if at < 0:
        return 0
    word = words.lower[at]
    if word in _ACTS or word in _DONE:
        return SUFFERS
    if word in _BLAME:
        return BLAMED
    return _by_preposition(word, words.lower[max(0, at - _PAIR) : at])


def _by_preposition(word: str, near: Sequence[str]) -> int:
    """Reads a preposition before a name, with the words before that."""
    if word in _PAIRED and not _NOUNS.isdisjoint(near) and _BETWEEN & {word, *near}:
        return DOES  # "clashes between the X and the Y"
    if word in ("by", "par"):
        return DOES if any(each in _DONE or each in _CLAIMED for each in near[-_AGENT:]) else 0
    if word in ("on", "to") and any(each in _BLAME for each in near[-_AGENT:]):
        return BLAMED
    return SUFFERS if word in _TOWARDS and near and near[-1] in _NOUNS else 0
