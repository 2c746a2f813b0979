"""The names of a sentence as ends of relations: with their titles, and "the Front's fighters" for the Front."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.phrase import COMPOUND, OWNS, Phrase
from citebound_hooks.actors.reading.wording import Words, is_possessive

_FORCES = words_in(word_lists().phrasing.forces)
_ATTRIBUTES = frozenset(("own", "rival", "new", "old", "other", "both", "two", "three", "four", "five"))
_INDEFINITE = frozenset(("a", "an", "un", "une"))
_ADJECTIVES = 4  # words between an owner and what it owns
_BRACKETS = 14  # tokens from an opening bracket to the closing one


class End(NamedTuple):
    """A name that may be an end of a relation.

    Attributes:
        first: Its first token, that of its title or of its owner.
        last: The token after its last one.
        phrase: Who it is.
        owns: Whether it only says whose something is: "the Front's depot".
    """

    first: int
    last: int
    phrase: Phrase
    owns: bool = False


class NamedSentence(NamedTuple):
    """A sentence's words, its names in their order, and the name that each token belongs to."""

    words: Words
    ends: Sequence[End]
    at: Mapping[int, End]

    def before(self, token: int) -> int:
        """Returns how many of the names stand before a token."""
        return bisect_right(self.ends, token, key=lambda end: end.last)


def is_attribute(words: Words, at: int) -> bool:
    """Tells whether a word may stand before a name in its noun phrase: an article, an adjective, a noun."""
    token, flag = words.tokens[at], words.flags[at]
    if flag & (k.ARTICLE | k.MODIFIER | k.OFFICE_PART) or token.lower in _ATTRIBUTES:
        return True
    return (
        token.is_word
        and token.text == token.lower
        and not flag & (k.FUNCTION | k.FINITE | k.LOCATIVE | k.DIRECTION)
    )


def named_sentence(words: Words, here: Sequence[Phrase]) -> NamedSentence:
    """Returns the names of a sentence as ends of relations."""
    ends: list[End] = []
    for at, phrase in enumerate(here):
        if at + 1 < len(here) and _is_around(phrase, here[at + 1]):
            continue  # "faction of the Front": the Front alone
        if ends and _is_said_of(words, phrase, ends[-1]):
            continue  # "the Front, a Sefali militia"
        end = _end(words, phrase, here[at + 1 : at + 2])
        if ends and ends[-1].last > end.first:
            if ends[-1].first < end.first:
                continue  # the Ada Quill of "the Front's ally Ada Quill"
            ends.pop()
        ends.append(end)
    return NamedSentence(words, ends, {at: end for end in ends for at in range(end.first, end.last)})


def behind_brackets(words: Words, last: int) -> int:
    """Returns the token behind the brackets or closing quotes that follow a name, `last` if there are none."""
    tokens = words.tokens
    if last < len(tokens) and tokens[last].text in "\"”’'»)":
        last += 1
    if last < len(tokens) and tokens[last].text == "(":
        for at in range(last + 1, min(last + _BRACKETS, len(tokens))):
            if tokens[at].text == ")":
                return at + 1
    return last


def _is_around(phrase: Phrase, other: Phrase) -> bool:
    return phrase.kind in ("group", "office") and phrase.first < other.first and other.last <= phrase.last


def _is_said_of(words: Words, phrase: Phrase, before: End) -> bool:
    """Tells whether a group without a name of its own says what the name before it is."""
    if phrase.kind not in ("group", "described") or phrase.first < 2:
        return False
    first = phrase.first - 1
    while first > 1 and words.lower[first] not in _INDEFINITE and is_attribute(words, first):
        first -= 1
    apposed = words.lower[first] in _INDEFINITE and words.lower[first - 1] in (",", "is", "was", "–", "—")
    return apposed and behind_brackets(words, before.last) == first - 1


def _end(words: Words, phrase: Phrase, following: Sequence[Phrase]) -> End:
    first = phrase.first
    while phrase.title and first > 0 and words.tokens[first - 1].start >= phrase.title[0]:
        first -= 1
    if phrase.kind in ("group", "described") and not k.kinds().get(phrase.noun, 0) & k.GROUP:
        return End(first, phrase.last, phrase, owns=True)  # "the Front's initiative"
    if not (phrase.context & OWNS or is_possessive(words.tokens[phrase.last - 1])):
        return End(first, phrase.last, phrase, owns=_is_compound(words, phrase))
    for other in following:
        between = range(phrase.last, other.first)
        if other.kind == "name" and len(between) <= _ADJECTIVES and _is_plain(words, between):
            return End(first, other.last, other, owns=bool(other.context & OWNS))
    last = phrase.last
    last += last < len(words.tokens) and words.tokens[last].text in "'’"
    for at in range(last, min(last + _ADJECTIVES, len(words.tokens))):
        if words.lower[at] in _FORCES or words.flags[at] & k.PEOPLE:
            return End(first, at + 1, phrase)
        if not is_attribute(words, at):
            break
    return End(first, phrase.last, phrase, owns=True)


def _is_compound(words: Words, phrase: Phrase) -> bool:
    """Tells "the Front offensive", which is no end, from "Front fighters", who are the Front."""
    if not phrase.context & COMPOUND or phrase.last >= len(words.tokens):
        return False
    return bool(words.flags[phrase.last] & (k.DEED | k.THING | k.PLACE | k.FACILITY))


def _is_plain(words: Words, between: range) -> bool:
    return all(is_attribute(words, at) and not words.flags[at] & k.ARTICLE for at in between)
