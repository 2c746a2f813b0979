"""Where a verb gives somebody an office: "was appointed head of", "now serves as", "named Ada Quill as"."""

from __future__ import annotations

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.relations import relation_words
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.phrase import Phrase
from citebound_hooks.actors.reading.wording import Words

_BECOMES = words_in(word_lists().phrasing.becomes)
_APPOINTED = words_in(word_lists().phrasing.appointed)
_PAST = words_in(word_lists().phrasing.held_then)
_GIVEN = _APPOINTED - _PAST
_BECAME = words_in(word_lists().phrasing.became)
_OVER = words_in(relation_words().asserted.over)
_AS = frozenset(("as", "comme"))
_FOLLOWS = frozenset(("succeeds", "succeeded", "replaces", "replaced"))  # "… Tomas Brell as head of"
_WHO = frozenset(("who", "qui"))
_BACK = 8  # tokens before a name in which the verb stands: "appointed General Ada Quill as"
_REACH = 7  # tokens of a verb group with its adverbs


def predicate(words: Words, phrase: Phrase) -> int | None:
    """Returns the first token of what a verb says that the bearer of a name is, None if none does."""
    lower, at = words.lower, phrase.last
    if lower[at] in _AS:
        named = not _APPOINTED.isdisjoint(lower[max(0, phrase.first - _BACK) : phrase.first])
        return at + 1 if named else None
    if lower[at] in _FOLLOWS:
        return next((i + 1 for i in range(at, min(at + _BACK, len(lower))) if lower[i] in _AS), None)
    if lower[at] == "," and at + 1 < len(lower):
        at += 1
        if lower[at] in _WHO:
            at += 1
        elif lower[at] not in _BECOMES and not words.flags[at] & k.ADVERB:
            return None
    return _behind_verb(words, at)


def is_past(words: Words, phrase: Phrase, first: int) -> bool:
    """Tells "was the head of", "once served as" from "was appointed head of" and "is the head of"."""
    said = words.lower[phrase.last : first]
    return not _OVER.isdisjoint(said) or (not _PAST.isdisjoint(said) and _GIVEN.isdisjoint(said))


def _behind_verb(words: Words, at: int) -> int | None:
    """Returns the token behind "is", "was appointed", "now serves as" and the like."""
    lower, verbs, first = words.lower, 0, at
    while at < min(first + _REACH, len(lower)) and not words.flags[at] & k.ARTICLE:
        if lower[at] not in _BECOMES and not words.flags[at] & k.ADVERB:
            break
        verbs += lower[at] in _BECOMES
        at += 1
    if at >= len(lower) or at == first:
        return None
    appointed = not _APPOINTED.isdisjoint(lower[first:at])
    if lower[at] in _AS and appointed:
        return at + 1
    if words.flags[at] & k.ARTICLE:
        return None if appointed and verbs == 1 and lower[first] in _GIVEN else at  # "elected the"
    passive = verbs > 1 or lower[first] in _BECAME or lower[first - 1] in (",", *_WHO)
    return at if appointed and passive else None
