"""The words of a sentence with their kinds, and whether a word may begin or continue a name."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists
from citebound_hooks.language.tokens import Token

KnownNames = dict[str, tuple[tuple[str, ...], ...]]

_PREFIXES = tuple(f"{prefix}-" for prefix in word_lists().prefixes.split())
_COMPOUNDS = tuple(word_lists().compounds.split())
_ABBREVIATIONS = frozenset(word_lists().abbreviations.split())
_GIVEN_MONTHS = frozenset(word_lists().given_months.split())
_BEFORE_MONTHS = frozenset(word_lists().before_months.split())
_SIDES = ("Pro-", "Anti-", "Counter-", "Non-", "Ex-", "Co-")
_ENGLISH = frozenset(("a", "on", "as"))  # words that are others in French
_POSSESSIVE = ("'s", "’s")


class Words(msgspec.Struct, frozen=True):
    """The tokens of a sentence with the bits of each.

    Attributes:
        lower: The tokens in lower case.
        capitals: The tokens that hold a capital letter.
        shouting: Whether most of it is set in capitals.
        known: Names that the text defines, as words in lower case, by their first word.
        french: Whether it is in French.
    """

    tokens: Sequence[Token]
    lower: tuple[str, ...]
    flags: Sequence[int]
    capitals: Sequence[int]
    shouting: bool
    known: KnownNames
    french: bool


class Run(msgspec.Struct, frozen=True):
    """Tokens `first` to `last` (exclusive) that look like a name; a possessive ending belongs to the last one."""

    first: int
    last: int
    possessive: bool


def words_of(tokens: Sequence[Token], known: KnownNames, language: str | None) -> Words:
    """Looks up the words of a sentence."""
    get, own = k.kinds().get, k.grammar(language)
    lower = tuple([token.lower for token in tokens])
    flags = [get(word, 0) for word in lower]
    if own:
        flags = [
            own.get(word, 0) | (0 if word in _ENGLISH else flag)
            for flag, word in zip(flags, lower, strict=True)
        ]
    capitals = [at for at, token in enumerate(tokens) if token.text != token.lower]
    loud = sum(is_acronym(tokens[at].text) for at in capitals) if 2 * len(capitals) > len(tokens) else 0
    return Words(tokens, lower, flags, capitals, loud > 3 and 2 * loud > len(tokens), known, language == "fr")


def is_possessive(token: Token) -> bool:
    """Tells whether the token ends in 's."""
    return token.text[-2:] in _POSSESSIVE and len(token.text) > 2


def bare(token: Token) -> str:
    """Returns the token's text without a possessive ending."""
    text = token.text
    return text[:-2] if text[-2:] in _POSSESSIVE and len(text) > 2 else text


def flag_of(token: Token) -> int:
    """Returns the bits of the token without a possessive ending."""
    text = token.text
    if text[-2:] in _POSSESSIVE and len(text) > 2:
        return k.kinds().get(token.lower[:-2], 0)
    return k.kinds().get(token.lower, 0)


def is_acronym(text: str) -> bool:
    """Tells whether the word is all capitals and longer than one letter; an elided "L’" is none."""
    return len(text) > 1 and text.isupper() and text[-1] not in "'’"


def compound_name(token: Token) -> str | None:
    """Returns the "Iran" of "Iran-backed", None for other words."""
    if not token.text[0].isupper() or not token.lower.endswith(_COMPOUNDS):
        return None
    return token.text[: token.text.rindex("-")]


def begins_name(words: Words, at: int) -> bool:
    """Tells whether a name may begin at the token."""
    token, flags = words.tokens[at], words.flags[at]
    text = token.text
    if not text[0].isupper():
        return _has_prefix(text)
    if flags & k.CALENDAR and _is_given_name(words, at):
        return True
    if flags & k.NO_NAME:
        acronym = is_acronym(text) and not words.shouting and not flags & k.CALENDAR
        return acronym or _is_name_inside(words, at)
    if not flags and is_possessive(token) and flag_of(token) & k.CALENDAR:
        return False
    if _is_contraction(token) or token.lower.endswith(_COMPOUNDS) or _is_opposed(text):
        return False
    return len(text) > 1 or is_dotted(words, at)


def _is_name_inside(words: Words, at: int) -> bool:
    """Tells "its leader, Per Olsund," from the small words that have a capital in titles and headings."""
    tokens, flags, text = words.tokens, words.flags, words.tokens[at].text
    if (
        words.french
        or at < 2
        or at + 1 >= len(tokens)
        or flags[at] & (k.ARTICLE | k.CALENDAR)
        or not text[1:].islower()
    ):
        return False
    before = at - 1 - (tokens[at - 1].text == ",")
    plain = tokens[before].text.islower() and not flags[at + 1]
    return plain and text.isalpha() and tokens[at + 1].capitalised and tokens[at + 1].text[1:].islower()


def _is_given_name(words: Words, at: int) -> bool:
    """Tells a person's name from a month: "Jan Egestad said" against "in April Reuters reported"."""
    if words.tokens[at].lower not in _GIVEN_MONTHS or at + 1 >= len(words.tokens):
        return False
    after, before = words.tokens[at + 1], words.tokens[at - 1].lower if at else ""
    plain = after.text[0].isupper() and not after.text.isupper()
    return plain and not words.flags[at + 1] and before not in _BEFORE_MONTHS


def continues_name(words: Words, at: int) -> bool:
    """Tells whether the token may stand in a name after a capitalised word."""
    if at >= len(words.tokens):
        return False
    token, flags = words.tokens[at], words.flags[at]
    if not token.text[0].isupper():
        return _has_prefix(token.text)
    if flags & k.MONTH_NAME:
        return not (at + 1 < len(words.tokens) and words.tokens[at + 1].text[0].isdigit())
    if flags & k.NO_NAME:
        return is_acronym(token.text) and not words.shouting
    return not token.lower.endswith(_COMPOUNDS)


def is_dotted(words: Words, at: int) -> bool:
    """Tells whether a full stop follows that belongs to an initial or an abbreviated title."""
    tokens = words.tokens
    if at + 1 >= len(tokens) or tokens[at + 1].text != "." or tokens[at + 1].start != tokens[at].end:
        return False
    return len(tokens[at].text) == 1 or tokens[at].lower in _ABBREVIATIONS


def is_retired(words: Words, at: int) -> bool:
    """Tells whether "(ret.)" begins at the token: "General (ret.) Ada Quill"."""
    tokens = words.tokens[at : at + 4]
    return len(tokens) == 4 and tokens[1].lower in ("ret", "retd") and tokens[2].text + tokens[3].text == ".)"


def _has_prefix(text: str) -> bool:
    return text.startswith(_PREFIXES) and text.partition("-")[2][:1].isupper()


def _is_opposed(text: str) -> bool:
    """Tells the "Pro-government" that opens a sentence from a name."""
    return text.startswith(_SIDES) and text[1:] == text[1:].lower()


def _is_contraction(token: Token) -> bool:
    """Tells "I'm" and "We've" from "N'Djamena"."""
    word, mark, _ = token.lower.replace("’", "'").partition("'")
    return bool(mark) and bool(k.kinds().get(word, 0) & k.FUNCTION)
