"""Which names follow the words of a relation: "of the Front", "by the lawyer Ada Quill and Tomas Brell"."""

from __future__ import annotations

from collections.abc import Iterator

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.telling.ends import End, NamedSentence, behind_brackets, is_attribute

_LOOSE = 7  # tokens between a cue and the name after it: "led by the former boat builder …"
_LISTED = 4  # tokens between two names of a list
_AND = frozenset(("and", "et"))
_SMALL = words_in(word_lists().phrasing.small)


def objects(sentence: NamedSentence, last: int) -> list[End]:
    """Returns the names after a cue that ends before a token: one, or all of a list that "and" closes."""
    first = _next(sentence, last, _LOOSE, aside=True)
    if first is None:
        return []
    return [first, *_listed(sentence, first)]


def _next(sentence: NamedSentence, at: int, reach: int, *, aside: bool = False) -> End | None:
    """Returns the name that nothing but the words of its noun phrase part from a token."""
    words = sentence.words
    for index in range(at, min(at + reach + 1, len(words.tokens))):
        end = sentence.at.get(index)
        if end is not None:
            return None if end.owns or index != end.first else end
        apposed = aside and words.lower[index] == "," and index - at > 1 and index + 1 in sentence.at
        if not (apposed or is_attribute(words, index) or words.lower[index] in _SMALL):
            return None
    return None


def _listed(sentence: NamedSentence, first: End) -> Iterator[End]:
    """Yields the further names of "A, B and C"; none where no "and" closes the list."""
    words, found, one = sentence.words, list[End](), first
    while True:
        at = behind_brackets(words, one.last)
        if at >= len(words.tokens) or words.lower[at] not in (",", *_AND):
            return
        closes = words.lower[at] in _AND
        closes_late = (
            bool(found) and not closes and at + 1 < len(words.tokens) and words.lower[at + 1] in _AND
        )
        other = _next(sentence, at + 1 + closes_late, _LISTED)
        if other is None or _acts(sentence, other):
            return
        found.append(other)
        if closes or closes_late:
            yield from found
            return
        one = other


def _acts(sentence: NamedSentence, end: End) -> bool:
    """Tells whether a verb follows a name, which begins a clause of its own: "and Tomas Brell said"."""
    words, last = sentence.words, behind_brackets(sentence.words, end.last)
    return last < len(words.tokens) and bool(words.flags[last] & k.FINITE)


def joined_before(sentence: NamedSentence, end: End) -> Iterator[End]:
    """Yields the names before one with which it shares a verb: "A, B and | C clashed with"."""
    words, index = sentence.words, sentence.before(end.first)
    wanted = _AND
    while index > 0:
        other = sentence.ends[index - 1]
        between = range(behind_brackets(words, other.last), sentence.ends[index].first)
        if not between or words.lower[between[0]] not in wanted or other.owns:
            return
        if not all(is_attribute(words, at) or words.lower[at] in _SMALL for at in between[1:]):
            return
        yield other
        index, wanted = index - 1, frozenset((",",))
