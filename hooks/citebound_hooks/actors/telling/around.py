"""What the words around a name say of its bearer: "jihadist alliance X", "X, a militia", "X is a newspaper"."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import ActorType
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.phrase import LOCATED, Phrase
from citebound_hooks.actors.reading.said_of import BODIES
from citebound_hooks.actors.reading.wording import Words
from citebound_hooks.actors.telling.persons import is_told

_REACH = 7  # tokens after a name in which a noun may say what it is
_SAID = 4  # what "X, a militia" and "X is a newspaper" count
_ARMED: list[ActorType] = ["armed-group"] * _SAID  # what a claim of responsibility counts
_MEDIUM: list[ActorType] = ["media", "media"]
_CLAIM = frozenset(("claim", "claims", "claimed", "claiming"))
_CLAIMED = frozenset(("claimed", "revendiqué", "revendiquée", "revendiqués", "revendiquées"))
_BY = frozenset(("by", "par"))
_VIOLENT = words_in(word_lists().violence.words) | words_in(word_lists().violence.said)
_MEDIA = words_in(word_lists().evidence.media)
_PROFESSIONS = words_in(word_lists().evidence.professions)
_CLOSING = "\"”»’'"
_COPULA = frozenset((",", "is", "was", "are", "were", "–", "—", "est", "sont"))
_HEADS = k.GROUP | k.OFFICE


def by_words_around(words: Words, phrase: Phrase) -> Iterator[ActorType]:
    """Yields the types that the words around a name speak for, each as often as it counts."""
    if phrase.kind != "name":
        return
    tokens, first, last = words.tokens, phrase.first, phrase.last
    if _claims_attacks(words, phrase):
        yield from _ARMED
    yield from _before(words, first)
    last = _behind_brackets(words, last)
    if last + 2 < len(tokens) and tokens[last].text in _CLOSING:
        last += 1
        if "armed-group" in _noun(words, last, last + 1):
            yield from _ARMED
    if last + 1 < len(tokens) and tokens[last].lower in _COPULA:
        article = bool(words.flags[last + 1] & k.ARTICLE)
        if article:
            for said in _noun_phrase(words, last + 2):
                if said == "person" and _names_next(words, last + 2):
                    continue  # "Harrow, the commander Ada Quill"
                if said != "person" or not phrase.context & LOCATED:  # "in Garda, the mayor said"
                    yield from (said,) * _SAID
    if is_told(words, phrase, last):
        yield "person"


def _before(words: Words, first: int) -> Iterator[ActorType]:
    """Yields what "the militia X" and `the broadcaster, X,` say."""
    tokens, at = words.tokens, first
    if at > 1 and tokens[at - 1].text in '"“«':
        at -= 1
    if at > 1 and tokens[at - 1].text == "," and (tokens[at - 2].lower in _MEDIA or _is_one(words, at - 2)):
        at -= 1
    if at == 0 or tokens[at - 1].text != tokens[at - 1].lower:
        return
    if tokens[at - 1].lower in _MEDIA:
        yield from _MEDIUM
    elif at == first:
        yield from _noun(words, max(0, first - 4), first)
    else:
        yield from (
            said for said in _noun(words, max(0, at - 4), at) if said in ("armed-group", "organisation")
        )


def _is_one(words: Words, at: int) -> bool:
    """Tells whether the noun of a body ends at a token that "a" or "the" begins: "a single holding company"."""
    return words.lower[at] in BODIES and any(flag & k.ARTICLE for flag in words.flags[max(0, at - 3) : at])


def _names_next(words: Words, first: int) -> bool:
    """Tells whether a name follows the first noun of a noun phrase, which is then said of that name."""
    at = _noun_at(words, first)
    return at is not None and at + 1 < len(words.tokens) and words.tokens[at + 1].capitalised


def _behind_brackets(words: Words, last: int) -> int:
    """Returns the token behind the brackets that follow a name: "X (Y, or Z), a militia"."""
    tokens = words.tokens
    if last >= len(tokens) or tokens[last].text != "(":
        return last
    reach = range(last + 1, min(last + 2 * _REACH, len(tokens)))
    close = next((i for i in reach if tokens[i].text == ")"), None)
    return close + 1 if close and close + 2 < len(tokens) else last


def _claims_attacks(words: Words, phrase: Phrase) -> bool:
    """Tells whether a name claims responsibility, or has something claimed by it."""
    after = words.lower[phrase.last : phrase.last + 5]
    if "responsibility" in after and not _CLAIM.isdisjoint(after):
        return True
    before = words.lower[max(0, phrase.first - 7) : phrase.first]
    claimed = next((at for at, word in enumerate(before) if word in _CLAIMED), None)
    return claimed is not None and not _BY.isdisjoint(before[claimed:])


def said_noun(words: Words, phrase: Phrase) -> str | None:
    """Returns the "militia" of "X (Y), a militia that …", None if the text says no noun of the name."""
    last = _behind_brackets(words, phrase.last)
    last += last + 2 < len(words.tokens) and words.tokens[last].text in _CLOSING
    if last + 2 >= len(words.tokens) or words.tokens[last].lower not in _COPULA:
        return None
    if not words.flags[last + 1] & k.ARTICLE:
        return None
    at = _noun_at(words, last + 2)
    return words.tokens[at].lower if at is not None else None


def _noun_phrase(words: Words, first: int) -> Iterator[ActorType]:
    """Yields the type that the first noun of a group, office or medium in a noun phrase makes."""
    at = _noun_at(words, first)
    if at is None:
        return
    if words.tokens[at].lower in _MEDIA:
        yield "media"
    else:
        yield from _noun(words, first, at + 1)


def _noun_at(words: Words, first: int) -> int | None:
    """Returns the token of the first noun of a group, office or medium in a noun phrase."""
    tokens = words.tokens
    for at in range(first, min(first + _REACH, len(tokens))):
        if tokens[at].text in ("'", "’"):
            continue
        if words.flags[at] & k.FUNCTION or not tokens[at].is_word:
            return None
        after = at + 1
        if after < len(tokens) and tokens[after].text in ("'", "’"):
            continue  # "a farmers' group"
        if after < len(tokens) and tokens[after].lower in _PROFESSIONS:
            return None  # "a radio presenter"
        follows = words.flags[after] if after < len(tokens) else 0
        if (words.flags[at] & _HEADS or tokens[at].lower in _MEDIA) and not follows & _HEADS:
            return at
    return None


def _noun(words: Words, first: int, last: int) -> Iterator[ActorType]:
    """Yields the type that the last noun of some tokens makes."""
    if last <= first or not words.flags[last - 1] & _HEADS:
        return
    noun = words.tokens[last - 1].lower
    if words.flags[last - 1] & k.OFFICE and not words.flags[last - 1] & k.GROUP:
        yield "person"
    elif (kind := k.noun_types().get(noun)) is not None:
        violent = any(token.lower in _VIOLENT for token in words.tokens[first:last])
        yield "armed-group" if violent and kind == "organisation" else kind
