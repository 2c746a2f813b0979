"""Whether a text asserts a relation: not where it is denied, wished, hearsay or over."""

from __future__ import annotations

from citebound_hooks.actors.lexicon.relations import relation_words
from citebound_hooks.actors.lexicon.tables import words_in
from citebound_hooks.actors.reading.wording import Words

_WORDS = relation_words().asserted
_UNREAL = words_in(_WORDS.negations) | words_in(_WORDS.hypothetical) | words_in(_WORDS.hearsay)
_DENIALS, _OVER = words_in(_WORDS.denials), words_in(_WORDS.over) | words_in(_WORDS.hearsay)
_UNTIL, _LEAVING = words_in(_WORDS.until), words_in(_WORDS.leaving)
_DATE = 5  # tokens behind a name in which "until 2013" follows
_LEFT = 6  # tokens behind "until" in which "when it left" follows
_STOPS = frozenset((";", ":"))


def is_unreal(words: Words, at: int) -> bool:
    """Tells whether a word before a verb takes its assertion away: "not", "may", "to", "reportedly"."""
    word = words.lower[at]
    return word in _UNREAL or word.endswith(("n't", "n’t"))


def is_over(words: Words, start: int, stop: int) -> bool:
    """Tells whether some tokens say that something is past, or only hearsay: "once", "former", "alleged"."""
    return not _OVER.isdisjoint(words.lower[start:stop])


def is_doubted(words: Words, until: int) -> bool:
    """Tells whether a sentence denies or supposes what it says after some tokens."""
    before = words.lower[:until]
    if before[:1] == ("reports",):
        return True  # "Reports that the Front had joined … were false"
    if _DENIALS.isdisjoint(before):
        return False
    last = max(at for at, word in enumerate(before) if word in _DENIALS)
    return _STOPS.isdisjoint(before[last:])


def ends_at(words: Words, last: int) -> int | None:
    """Returns the token of the "until" behind a name."""
    return next(
        (at for at in range(last, min(last + _DATE, len(words.lower))) if words.lower[at] in _UNTIL), None
    )


def is_left(words: Words, until: int) -> bool:
    """Tells "until 2013, when it left"."""
    return not _LEAVING.isdisjoint(words.lower[until : until + _LEFT])
