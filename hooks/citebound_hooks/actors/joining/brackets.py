"""Other names in brackets, and after "also known as"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from citebound.model import AliasKind
from citebound_hooks.actors.joining.tie import Tie
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import given_names, word_lists, words_in
from citebound_hooks.actors.reading.phrase import TITLED, Phrase
from citebound_hooks.actors.reading.wording import Words, bare, is_acronym
from citebound_hooks.language.tokens import Token

_QUOTES = "\"“”'‘’«»"
_SHORTEST = 2  # letters that no acronym in small letters has
_SAID = 6  # words of "also known locally as"
_FRAMED = 7  # words of "known in the dialect of the hills as"
_BRACKETED = 14  # tokens in brackets before "also known as"
_KNOWN_AS = words_in(word_lists().phrasing.known_as)
_AMONG = _KNOWN_AS | words_in(word_lists().phrasing.known_as_parts) | words_in(word_lists().phrasing.called)


def behind_brackets(words: Words, phrase: Phrase, at: int, following: Phrase | None) -> Iterator[Tie]:
    """Yields the other name in `Name (…), also known as Other`."""
    tokens = words.tokens
    close = next((i for i in range(at + 1, min(at + _BRACKETED, len(tokens))) if tokens[i].text == ")"), None)
    if close is not None and close + 2 < len(tokens) and tokens[close + 1].text == ",":
        yield from known_as(words, phrase, close + 2, following)


def bracketed(words: Words, phrase: Phrase, at: int, following: Phrase | None) -> Iterator[Tie]:
    """Yields the acronym, other name or translation in the brackets that open at a token."""
    tokens = words.tokens
    if (
        at + 2 < len(tokens)
        and tokens[at + 2].text in "),;"
        and _may_abbreviate(words, phrase, tokens[at + 1])
    ):
        other = following if following and following.first == at + 1 else None
        yield Tie(phrase, (tokens[at + 1].start, tokens[at + 1].end), "acronym", other)
        return
    if following and _is_spelled_by(words, phrase, following, at):
        yield Tie(following, (phrase.start, phrase.end), "acronym", phrase)
        return
    yield from known_as(words, phrase, at + 1, following)
    yield from _quoted_within(words, phrase, at)
    if following and _is_gloss(words, phrase, following, at):
        yield Tie(phrase, (following.start, following.end), "translation", following)


def _is_spelled_by(words: Words, short: Phrase, long: Phrase, at: int) -> bool:
    """Tells "FARL (the Armed Forces of Rural Liberation)": the letters, in the order of another language."""
    tokens, acronym = words.tokens, bare(words.tokens[short.first])
    if (
        short.last - short.first > 1
        or not is_acronym(acronym)
        or long.kind != "name"
        or long.last >= len(tokens)
    ):
        return False
    opens = long.first - at - 1
    alone = opens in (0, 1) and (not opens or tokens[at + 1].lower == "the") and tokens[long.last].text == ")"
    initials = [token.text[0] for token in tokens[long.first : long.last] if token.capitalised]
    return alone and sorted(initials) == sorted(acronym)


def _is_gloss(words: Words, phrase: Phrase, other: Phrase, at: int) -> bool:
    """Tells whether the brackets hold another body's name and nothing else: "Heron Brotherhood (Bratstvo Chaplya)"."""
    tokens = words.tokens
    first = at + 1 + (words.lower[at + 1] == "the")
    alone = other.first == first and _closes_soon(words, other.last)
    several = other.last - other.first > 1 or tokens[other.first].text.count("-") > 1
    names = phrase.kind == other.kind == "name" and phrase.last - phrase.first > 1 and several
    body = k.kinds().get(phrase.noun, 0) & k.BODY or k.kinds().get(other.noun, 0) & k.BODY
    if words.tokens[phrase.first].lower in given_names() or other.noun == "party":
        return False  # "Tim Rook (Free Party)": where he belongs
    either = alone and tokens[other.last].text == ","  # "X (Y, or Z)"
    return alone and names and bool(body or either) and not (phrase.context | other.context) & TITLED


def _closes_soon(words: Words, at: int) -> bool:
    """Tells whether brackets close at a token, or behind an acronym: "(Bratstvo Chaplya, or BC)"."""
    near = [token.text for token in words.tokens[at : at + 4]]
    return near[:1] == [")"] or (near[:1] == [","] and near[-1] == ")" and is_acronym(near[-2]))


def _may_abbreviate(words: Words, phrase: Phrase, token: Token) -> bool:
    """Tells whether a word in brackets may be the acronym of a name in another language."""
    if (
        not (is_acronym(bare(token)) or _is_spoken(words, phrase, token))
        or not 2 <= len(token.text) <= 8
        or phrase.kind not in ("name", "group")
    ):
        return False
    if phrase.kind == "group" and phrase.start < phrase.core[0]:
        return False  # "members of the Front (F)": the Front is F, its members are not
    if k.kinds().get(token.lower, 0) & k.MEDIUM or token.lower in k.geography().states:
        return False
    body = bool(k.kinds().get(phrase.noun, 0) & k.BODY)
    return (
        phrase.last - phrase.first > 1
        and (body or phrase.last - phrase.first > 2)
        and not phrase.context & TITLED
    )


def _is_spoken(words: Words, phrase: Phrase, token: Token) -> bool:
    """Tells whether a word holds the initials of a name: "National Union for the Freedom of Arram (Nufa)"."""
    text = token.text
    if not (len(text) > _SHORTEST and text[0].isupper() and text[1:].islower() and text.isalpha()):
        return False
    inside = range(phrase.first, phrase.last)
    initials = Counter(part[:1] for at in inside for part in words.lower[at].split("-"))
    told = sum(not words.flags[at] & k.FUNCTION for at in inside)
    return not Counter(token.lower) - initials and len(text) >= told


def _quoted_within(words: Words, phrase: Phrase, at: int) -> Iterator[Tie]:
    """Yields the translation in `Name (Arabic: …, "Army of …")`."""
    tokens = words.tokens
    if phrase.kind != "name":
        return
    close = next((i for i in range(at + 1, min(at + 40, len(tokens))) if tokens[i].text == ")"), None)
    if close is None:
        return
    marks = [i for i in range(at + 1, close) if tokens[i].text in '"“”«»']
    if len(marks) >= 2 and (inner := [i for i in range(marks[0], marks[-1]) if tokens[i].is_word]):
        if words.flags[inner[0]] & k.ARTICLE and len(inner) > 1:
            inner = inner[1:]
        yield Tie(phrase, (tokens[inner[0]].start, tokens[inner[-1]].end), "translation", None)


def _kind(words: Words, phrase: Phrase, other: Phrase) -> AliasKind:
    """Returns what another name is: an acronym, for a body one in another language, else one more name."""
    last = bare(words.tokens[other.last - 1])
    if is_acronym(last) and last.isalpha():
        return "acronym"
    body = k.kinds().get(phrase.noun, 0) & k.BODY or is_acronym(bare(words.tokens[phrase.last - 1]))
    foreign = not any(flag & ~k.PARTICLE for flag in words.flags[other.first : other.last])
    return "translation" if body and foreign else "apposition"


def known_as(words: Words, phrase: Phrase, at: int, following: Phrase | None) -> Iterator[Tie]:
    """Yields the name after "also known as", "also called", "aka", "alias", "officially"."""
    tokens = words.tokens
    if following is None or phrase.kind not in ("name", "group"):
        return
    between = [
        token.lower
        for token in tokens[at : following.first]
        if token.lower not in ("the", "by", "its", "his")
    ]
    said = [word for word in between if word not in _QUOTES]
    plain = len(said) <= _SAID and all(word in _AMONG for word in said)
    framed = 2 < len(said) <= _FRAMED and said[0] in _KNOWN_AS and said[-1] == "as"  # "known in the hills as"
    if (plain or framed) and any(word in _KNOWN_AS for word in said):
        kind = _kind(words, phrase, following)
        yield Tie(phrase, (following.start, following.end), kind, following)
