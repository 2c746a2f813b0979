"""French names, whose words are small after the first one: "Front des éleveurs", "Protection civile"."""

from __future__ import annotations

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.french import french
from citebound_hooks.actors.lexicon.tables import given_names, words_in
from citebound_hooks.actors.reading.wording import Words, is_acronym

_NAMES = french().names
_ADJECTIVES = words_in(_NAMES.adjectives)
_ENDINGS = tuple(_NAMES.adjective_endings.split())
_LINKS = words_in(_NAMES.links)
_ARTICLES = words_in(_NAMES.articles)
_MINISTRIES = words_in(_NAMES.ministries)
CAPITALS = frozenset(("Le", "La", "Les", "L'", "L’"))
_NO_HEAD = k.TITLE | k.DEMONYM | k.CALENDAR | k.PLACE | k.REGION | k.FUNCTION | k.FAITH


def over_small_words(words: Words, first: int, last: int) -> int:
    """Returns the end of a name that goes on over an adjective or "des …" in small letters, else `last`."""
    body = bool(words.flags[first] & (k.BODY | k.MEDIUM))
    if not (body or _is_head(words, first)):
        return last
    if _is_adjective(words, last):
        return last + 1
    if words.tokens[last].lower not in _LINKS or not (body or last == first + 1):
        return last
    noun = last + 1
    if noun < len(words.tokens) and words.tokens[noun].lower in _ARTICLES:
        noun += 1
    return noun + 1 if _is_noun(words, noun) else last


def beginning(words: Words, first: int) -> int:
    """Returns where a name begins before its first noun: "ministère de la Santé", "au journal Le Relais"."""
    if first > 1 and words.tokens[first - 1].text in CAPITALS and words.tokens[first - 2].text.islower():
        return first - 1
    return _ministry_before(words, first)


def _ministry_before(words: Words, first: int) -> int:
    """Returns where "ministère de la" begins before a name, the name's own beginning if it does not."""
    at = first
    while at > 0 and (words.tokens[at - 1].lower in _ARTICLES or words.tokens[at - 1].lower in _LINKS):
        at -= 1
    return at - 1 if 0 < at < first and words.tokens[at - 1].text in _MINISTRIES else first


def is_opening(words: Words, first: int, last: int) -> bool:
    """Tells whether a capital is only that of a sentence's first word: "Alliée du Front, la Brigade …"."""
    alone = words.french and first == 0 and last == 1
    return alone and not (words.flags[0] & k.GROUP or words.tokens[0].lower.endswith("s"))


def _is_head(words: Words, first: int) -> bool:
    """Tells whether a capital inside a sentence makes a name of a common noun: "les Cagoules noires"."""
    word = words.tokens[first].lower
    if first == 0 or words.flags[first] & _NO_HEAD or is_acronym(words.tokens[first].text):
        return False
    if word in given_names() or word in k.geography().states:
        return False
    before = words.tokens[first - 1]
    return (before.lower in _ARTICLES or before.lower in _LINKS or word.endswith("s")) and before.is_word


def _is_adjective(words: Words, at: int) -> bool:
    token, flag = words.tokens[at], words.flags[at]
    if token.text != token.lower or not token.is_word or flag & (k.FUNCTION | k.FINITE):
        return False
    return token.lower in _ADJECTIVES or (len(token.text) > 4 and token.lower.endswith(_ENDINGS))


def _is_noun(words: Words, at: int) -> bool:
    if at >= len(words.tokens):
        return False
    token, flag = words.tokens[at], words.flags[at]
    small = token.text == token.lower and token.is_word and len(token.text) > 3
    return small and not flag & (k.FUNCTION | k.FINITE | k.OFFICE | k.CALENDAR)
