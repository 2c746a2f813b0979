"""Names of groups without a capital: in quotation marks (`the "red lantern" group`), or after "called"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.contexts import context_of
from citebound_hooks.actors.reading.phrase import DEFINITE, Phrase
from citebound_hooks.actors.reading.wording import Words, bare

_OPENING, _CLOSING = '"“«', '"”»'
_LONGEST = 4  # words of such a name
_CALLED = words_in(word_lists().phrasing.called) | {"so-called", "itself", "calling"}
_NAMED = frozenset(("called", "named", "dubbed"))
_GROUPS = words_in(word_lists().phrasing.general) | words_in(word_lists().evidence.armed)


def has_quotes(text: str, start: int, end: int) -> bool:
    """Tells whether quotation marks stand in a part of a text."""
    return any(text.find(mark, start, end) >= 0 for mark in _OPENING)


def quoted_groups(words: Words, index: int, taken: Sequence[Phrase]) -> Iterator[Phrase]:
    """Yields the groups of a sentence that are named in quotation marks without a capital."""
    done = 0
    for at, word in enumerate(words.lower):
        if at < done or word not in _OPENING:
            continue
        close = _closing(words, at)
        if close is None:
            continue
        done = close + 1
        noun = _noun_beside(words, at, close)
        if noun is not None and not any(at < phrase.last and phrase.first < close for phrase in taken):
            yield _phrase(words, index, at + 1, close, noun)


def called_groups(words: Words, index: int) -> Iterator[Phrase]:
    """Yields the groups of a sentence that are "called" so without a capital: "a commando called red lantern front"."""
    for at, word in enumerate(words.lower):
        if word not in _NAMED or at < 1 or not words.flags[at - 1] & k.GROUP:
            continue
        last = at + 1
        while last < min(at + 2 + _LONGEST, len(words.tokens)) and _is_plain(words, last):
            last += 1
        if last - at > 2 and words.flags[last - 1] & k.BODY:
            yield _phrase(words, index, at + 1, last, words.lower[last - 1])


def _is_plain(words: Words, at: int) -> bool:
    token = words.tokens[at]
    return token.is_word and token.text == token.lower and not words.flags[at] & (k.FUNCTION | k.FINITE)


def _closing(words: Words, at: int) -> int | None:
    """Returns the closing mark of a few words in small letters, None for other quotations."""
    for close in range(at + 1, min(at + 2 + _LONGEST, len(words.tokens))):
        token = words.tokens[close]
        if words.flags[close] & k.FINITE and not words.flags[close] & (k.GROUP | k.MODIFIER):
            return None  # the group "has one emir"
        if token.text in _CLOSING:
            return close if close > at + 1 else None
        if not token.is_word or token.text != token.lower:
            return None
    return None


def _noun_beside(words: Words, opening: int, close: int) -> str | None:
    """Returns the "group" of `the "red lantern" group` and of `the group "red lantern"`."""
    tokens = words.tokens
    after = bare(tokens[close + 1]).lower() if close + 1 < len(tokens) else ""
    if after in _GROUPS:
        return after
    at, verb = opening - 1, words.lower[opening + 1].endswith("s") and not words.flags[opening + 1]
    if verb and close - opening > 2 and words.lower[at] not in _CALLED:
        return None  # his movement "protects civilians"
    while at > 0 and (tokens[at].lower in _CALLED or words.flags[at] & k.ARTICLE):
        at -= 1
    return tokens[at].lower if at >= 0 and tokens[at].lower in _GROUPS else None


def _phrase(words: Words, index: int, first: int, last: int, noun: str) -> Phrase:
    place = (words.tokens[first].start, words.tokens[last - 1].end)
    context = context_of(words, first, last, -1) | DEFINITE
    return Phrase("name", index, first, last, *place, place, None, None, noun, context)
