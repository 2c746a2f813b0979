"""Stage 2b: groups without a name that are told apart by what they are ("drug traffickers"), and definite nouns.

A bare common noun ("the police", "residents") is no actor; but "the army" may speak of the one army that the text
names. Such nouns are read here and given to a named actor, or to none, when the actors are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.contexts import context_of
from citebound_hooks.actors.reading.phrase import Phrase
from citebound_hooks.actors.reading.said_of import says_what_follows
from citebound_hooks.actors.reading.wording import Words, bare, flag_of

_DETERMINERS = frozenset(("the", "this", "that", "these", "those", "le", "la", "l'", "l’", "ce", "cette"))
_OTHERS = words_in(word_lists().phrasing.others)
_FACILITIES = words_in(word_lists().phrasing.firms)
_CAPITAL = words_in(word_lists().bodies.capital)
_PLAIN = words_in(word_lists().modifiers.plain)
_HEAD = k.GROUP | k.OFFICE
_MORE = k.GROUP | k.OFFICE | k.PLACE | k.THING
_MODIFIER = k.MODIFIER | k.FAITH | k.DISTINCT | k.GROUP


class Definite(NamedTuple):
    """A definite noun phrase that may speak of an actor named before: "the regime", "the minister"."""

    sentence: int
    start: int
    end: int
    noun: str


class Nouns(NamedTuple):
    """What a sentence's common nouns may be."""

    described: list[Phrase]
    definite: list[Definite]


def nouns_of(words: Words, index: int, taken: Sequence[Phrase]) -> Nouns:
    """Returns the groups and definite nouns of a sentence that stand outside its named phrases."""
    covered = {token for phrase in taken for token in range(phrase.first, phrase.last)}
    found = Nouns([], [])
    for at in _heads(words, covered):
        first = _first(words, at, covered)
        before = words.tokens[first - 1].lower if first else ""
        if before in _OTHERS or says_what_follows(words, at + 1):
            continue
        told_apart = any(tells_apart(words, i) for i in range(first, at))
        if told_apart and words.flags[at] & (k.PEOPLE | k.BODY) and words.tokens[at].lower not in _FACILITIES:
            found.described.extend(
                _phrase(words, index, *place) for place in _places(words, first, at, covered)
            )
        elif before in _DETERMINERS:
            start, end = words.tokens[first].start, words.tokens[at].start + len(bare(words.tokens[at]))
            found.definite.append(Definite(index, start, end, bare(words.tokens[at]).lower()))
    return found


def tells_apart(words: Words, at: int) -> bool:
    """Tells whether a word before a noun says which group is meant: "drug traffickers", not "armed men"."""
    if words.lower[at] in _PLAIN and not words.flags[at + 1] & k.BODY:
        return False
    return bool(words.flags[at] & (k.DISTINCT | k.PEOPLE)) or _names(words, at)


def _places(words: Words, first: int, at: int, covered: set[int]) -> Iterator[tuple[int, int]]:
    """Yields first and last token of a group, of the body inside it ("armed forces members") and of its own members."""
    flags = words.flags
    yield first, at
    inner = next((i for i in range(at - 1, first, -1) if flags[i] & k.BODY and flags[at] & k.PEOPLE), None)
    if inner is not None and any(flags[i] & k.DISTINCT for i in range(first, inner)):
        yield first, inner
    head = first - 2 if first > 1 and flags[first - 1] & k.ARTICLE else first - 1
    if (
        head > 0
        and words.tokens[head].lower == "of"
        and flags[head - 1] & k.PEOPLE
        and head - 1 not in covered
    ):
        yield head - 1, at


def _heads(words: Words, covered: set[int]) -> Iterator[int]:
    """Yields the last noun of each row of common nouns."""
    tokens, flags = words.tokens, words.flags
    for at, own in enumerate(flags):
        token = tokens[at]
        flag = flag_of(token) if not own and token.text[-2:] in ("'s", "’s") else own
        if not flag & _HEAD or at in covered or token.text != token.lower or flag & k.FUNCTION:
            continue
        if token.lower in _CAPITAL:
            continue
        after = at + 1
        if (
            token.text == bare(token)
            and after < len(tokens)
            and flags[after] & _MORE
            and tokens[after].start - token.end == 1
            and not flags[after] & k.FUNCTION
        ):
            continue
        yield at


def _first(words: Words, at: int, covered: set[int]) -> int:
    tokens, flags = words.tokens, words.flags
    while at > 0 and at - 1 not in covered and not flags[at - 1] & k.FUNCTION:
        if not (flags[at - 1] & _MODIFIER or _names(words, at - 1)):
            break
        if tokens[at].start - tokens[at - 1].end > 2:
            break
        at -= 1
    return at


def _names(words: Words, at: int) -> bool:
    """Tells whether a word holds a name: "counter-ISIL", "pro-Assad"."""
    text = words.tokens[at].text
    return text[0].islower() and "-" in text and text[text.index("-") + 1 :][:1].isupper()


def over_number(words: Words, at: int) -> int:
    """Returns the last token of "military detachment no 4", or `at`."""
    number = at + 2 + (words.lower[at + 2 : at + 3] == (".",))
    numbered = words.flags[at] & k.BODY and words.lower[at + 1 : at + 2] == ("no",)
    return number if numbered and number < len(words.tokens) and words.tokens[number].text.isdigit() else at


def _phrase(words: Words, index: int, first: int, at: int) -> Phrase:
    tokens = words.tokens
    of = next((i for i in range(first + 1, at) if tokens[i].lower == "of"), at + 1)
    noun = bare(tokens[of - 1]).lower()
    at = over_number(words, at)
    start, end = tokens[first].start, tokens[at].start + len(bare(tokens[at]))
    context = context_of(words, first, at + 1, -1)
    return Phrase("described", index, first, at + 1, start, end, (start, end), None, None, noun, context)
