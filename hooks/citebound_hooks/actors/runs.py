"""Stage 1: runs of words that together look like a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from citebound_hooks.actors import kinds as k
from citebound_hooks.actors.lexicon import word_lists
from citebound_hooks.language.tokens import Token

_PREFIXES = tuple(f"{prefix}-" for prefix in word_lists().prefixes.split())
_COMPOUND = (
    "-led", "-backed", "-held", "-based", "-born", "-controlled", "-linked", "-affiliated", "-run", "-style", "-made",
    "-occupied", "-allied", "-aligned", "-funded", "-trained", "-owned", "-inspired", "-wide", "-dominated",
    "-supported", "-sponsored", "-speaking", "-era", "-related", "-brokered", "-mediated", "-appointed", "-majority",
)  # fmt: skip
_ABBREVIATED = frozenset("gen col lt maj capt sgt dr mr mrs ms st sen rep gov prof rev brig adm cdr det insp supt msgr".split())
_POSSESSIVE = ("'s", "’s")
_JOINS = frozenset(("for", "on", "to", "against", "in"))
# Bodies that are named for what they are for, to or on: "Movement for …", "Ambassador to …".
_NAMED_FOR = k.BODY | k.OFFICE


KnownNames = dict[str, tuple[tuple[str, ...], ...]]


class Words(NamedTuple):
    """The tokens of a sentence with the bits of each.

    Attributes:
        shouting: Whether most of it is set in capitals.
        known: Names that the text defines, as words in lower case, by their first word.
    """

    tokens: Sequence[Token]
    flags: Sequence[int]
    shouting: bool
    known: KnownNames


class Run(NamedTuple):
    """Tokens `first` to `last` (exclusive) that look like a name; a possessive ending belongs to the last one."""

    first: int
    last: int
    possessive: bool


def words_of(tokens: Sequence[Token], known: KnownNames) -> Words:
    """Looks up the words of a sentence."""
    get = k.kinds().get
    flags = [get(token.lower, 0) for token in tokens]
    capital = sum(token.text.isupper() for token in tokens)
    return Words(tokens, flags, capital > 3 and 2 * capital > len(tokens), known)


def is_possessive(token: Token) -> bool:
    """Tells whether the token ends in 's."""
    return token.text.endswith(_POSSESSIVE) and len(token.text) > 2


def bare(token: Token) -> str:
    """Returns the token's text without a possessive ending."""
    return token.text[:-2] if is_possessive(token) else token.text


def is_acronym(text: str) -> bool:
    """Tells whether the word is all capitals and longer than one letter."""
    return len(text) > 1 and text.isupper()


def begins_name(words: Words, at: int) -> bool:
    """Tells whether a name may begin at the token."""
    text = words.tokens[at].text
    if not text[0].isupper():
        return text.startswith(_PREFIXES) and text.partition("-")[2][:1].isupper()
    if words.flags[at] & k.NO_NAME:
        return is_acronym(text) and not words.shouting and not words.flags[at] & k.CALENDAR
    return not text.lower().endswith(_COMPOUND) and (len(text) > 1 or _dotted(words, at))


def read_run(words: Words, first: int) -> Run:
    """Reads the longest run that begins at a token."""
    last = _known_end(words, first) or first + 1
    while not (ended := is_possessive(words.tokens[last - 1])) and (after := _next(words, first, last)) > last:
        last = after
    plural = not ended and _plural_possessive(words, last)
    return Run(first, last, ended or plural)


def _known_end(words: Words, first: int) -> int | None:
    """Returns where a name that the text defines ends, if one begins here."""
    for name in words.known.get(words.tokens[first].lower, ()):
        end = first + len(name)
        if end <= len(words.tokens) and all(
            (bare(token).lower() if index == len(name) - 1 else token.lower) == name[index]
            for index, token in enumerate(words.tokens[first:end])
        ):
            return end
    return None


def _next(words: Words, first: int, last: int) -> int:
    """Returns where the run ends if it goes on over the token at `last`, else `last`."""
    tokens, flags = words.tokens, words.flags
    if last >= len(tokens) or tokens[last].start - tokens[last - 1].end > 2:
        return last
    if _continues(words, last):
        return last + 1
    if tokens[last].text == "." and _dotted(words, last - 1):
        return last + 2 if _continues(words, last + 1) else last
    if flags[last] & k.PARTICLE:
        return _over_particles(words, last)
    if tokens[last].lower == "of":
        return _over_article(words, last)
    if tokens[last].lower in _JOINS and _may_join(words, first, last):
        return _over_article(words, last)
    if tokens[last].lower in ("and", "&") and _lists_purposes(words, first, last):
        return _over_article(words, last)
    return last


def _continues(words: Words, at: int) -> bool:
    if at >= len(words.tokens):
        return False
    text, flags = words.tokens[at].text, words.flags[at]
    if not text[0].isupper():
        return text.startswith(_PREFIXES) and text.partition("-")[2][:1].isupper()
    if flags & k.MONTH_NAME:
        return not (at + 1 < len(words.tokens) and words.tokens[at + 1].text[0].isdigit())
    if flags & k.NO_NAME:
        return is_acronym(text) and not words.shouting
    return not text.lower().endswith(_COMPOUND)


def _dotted(words: Words, at: int) -> bool:
    """Tells whether a full stop follows that belongs to an initial or an abbreviated title."""
    tokens = words.tokens
    if at + 1 >= len(tokens) or tokens[at + 1].text != "." or tokens[at + 1].start != tokens[at].end:
        return False
    return len(tokens[at].text) == 1 or tokens[at].lower in _ABBREVIATED


def _over_particles(words: Words, at: int) -> int:
    end = at
    while end < len(words.tokens) and end - at < 3 and words.flags[end] & k.PARTICLE:
        end += 1
    return end + 1 if _continues(words, end) else at


def _over_article(words: Words, at: int) -> int:
    """Returns the end of `of Name` or `of the Name`, or `at` if no name follows."""
    end = at + 1
    if end < len(words.tokens) and words.tokens[end].lower == "the":
        end += 1
    if end >= len(words.tokens) or words.flags[end] & k.CALENDAR:
        return at
    return end + 1 if begins_name(words, end) or _continues(words, end) else at


def _may_join(words: Words, first: int, at: int) -> bool:
    if words.tokens[at].lower == "in":
        return bool(words.flags[at - 1] & k.NETWORK)
    if words.tokens[at].lower == "to":
        return bool(words.flags[at - 1] & (k.OFFICE | k.BODY)) and not _is_state(words, at + 1)
    return any(flag & _NAMED_FOR for flag in words.flags[first:at])


def _is_state(words: Words, at: int) -> bool:
    return at < len(words.tokens) and words.tokens[at].lower in k.geography().states


def _lists_purposes(words: Words, first: int, at: int) -> bool:
    """Tells whether `and` goes on inside a name: "Ministry of Culture and Heritage", not "Ansar and AQIM"."""
    tokens, flags, after = words.tokens, words.flags, at + 1
    inside = [token.lower for token in tokens[first:at]]
    if after >= len(tokens) or not {"of", "for", "on"} & set(inside):
        return False
    if tokens[after].lower == "the":
        return after + 1 < len(tokens) and bool(flags[after + 1] & k.REGION)
    if not any(flag & k.BODY for flag in flags[first:at]) or is_acronym(tokens[after].text):
        return False
    return not (_is_state(words, after) or flags[after] & (k.DEMONYM | k.BODY))


def _plural_possessive(words: Words, last: int) -> bool:
    tokens = words.tokens
    return (
        last + 1 < len(tokens)
        and tokens[last].text in ("'", "’")
        and tokens[last].start == tokens[last - 1].end
        and tokens[last - 1].lower.endswith("s")
        and tokens[last + 1].start > tokens[last].end
    )
