"""Stage 4: what the text itself ties to a name: acronyms, translations, other names, appositions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citebound.model.extraction import AliasKind
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.naming.choosing import Candidate
from citebound_hooks.actors.reading.phrase import TITLED, Phrase
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.wording import Words, bare, is_acronym
from citebound_hooks.language.tokens import Token

_QUOTES = "\"“”'‘’«»"
_KNOWN_AS = frozenset(["known", "called", "named", "dubbed", "alias", "aka", "nicknamed", "styled", "nom"])
_APPOSED = 14  # tokens in brackets
_TRANSLATED = 12  # tokens of a translation


class Tie(NamedTuple):
    """A place in the text that is another form of a phrase's name.

    Attributes:
        phrase: The phrase that it is tied to.
        place: Where the form stands.
        kind: What kind of form it is.
        other: The phrase that stands there, if it is one by itself: the two are one actor.
    """

    phrase: Phrase
    place: tuple[int, int]
    kind: AliasKind
    other: Phrase | None


def ties(reading: Reading, candidates: Sequence[Candidate]) -> list[Tie]:
    """Returns all ties of a document, in the order of the text."""
    by_sentence: dict[int, list[Phrase]] = {}
    for phrase, _ in candidates:
        by_sentence.setdefault(phrase.sentence, []).append(phrase)
    found: list[Tie] = []
    for index, phrases in by_sentence.items():
        words = reading.words[index]
        for at, phrase in enumerate(phrases):
            following = phrases[at + 1] if at + 1 < len(phrases) else None
            found.extend(_after(words, phrase, following))
    return found


def outside_translations(candidates: Sequence[Candidate], found: Sequence[Tie]) -> list[Candidate]:
    """Returns the candidates without those inside a translation: no Muslims in "Support for Islam and Muslims"."""
    inside = {at for tie in found if tie.kind == "translation" and not tie.other for at in range(*tie.place)}
    return [each for each in candidates if each.phrase.start not in inside]


def _after(words: Words, phrase: Phrase, following: Phrase | None) -> Iterator[Tie]:
    """Yields what the words after a phrase tie to it."""
    tokens, at = words.tokens, phrase.last
    if at >= len(tokens):
        return
    if tokens[at].text in ("'", "’") and at + 1 < len(tokens):
        at += 1
    mark = tokens[at].text
    if mark == "(":
        yield from _bracketed(words, phrase, at, following)
        yield from _behind_brackets(words, phrase, at, following)
    elif mark in ",–—-":
        yield from _between_commas(words, phrase, at, following)
    elif mark in _QUOTES or tokens[at].lower == "or":
        yield from _translated(words, phrase, at, following)
    elif tokens[at].lower == "is" or tokens[at].lower == "was":
        yield from _known_as(words, phrase, at + 1, following)
        if phrase.kind == "office" and following and following.first == at + 1 and following.context & TITLED:
            yield Tie(following, (phrase.start, phrase.end), "title", phrase)


def _behind_brackets(words: Words, phrase: Phrase, at: int, following: Phrase | None) -> Iterator[Tie]:
    """Yields the other name in `Name (…), also known as Other`."""
    tokens = words.tokens
    close = next((i for i in range(at + 1, min(at + _APPOSED, len(tokens))) if tokens[i].text == ")"), None)
    if close is not None and close + 2 < len(tokens) and tokens[close + 1].text == ",":
        yield from _known_as(words, phrase, close + 2, following)


def _bracketed(words: Words, phrase: Phrase, at: int, following: Phrase | None) -> Iterator[Tie]:
    tokens = words.tokens
    if at + 2 < len(tokens) and tokens[at + 2].text in "),;" and _may_abbreviate(phrase, tokens[at + 1]):
        other = following if following and following.first == at + 1 else None
        yield Tie(phrase, (tokens[at + 1].start, tokens[at + 1].end), "acronym", other)
        return
    yield from _known_as(words, phrase, at + 1, following)
    yield from _quoted_within(words, phrase, at)
    if (
        following
        and following.kind == "name"
        and following.first == at + 1
        and following.last - following.first > 1
    ):
        closed = following.last < len(tokens) and tokens[following.last].text == ")"
        if (
            closed
            and phrase.kind == "name"
            and phrase.last - phrase.first > 1
            and not (phrase.context | following.context) & TITLED
        ):
            yield Tie(phrase, (following.start, following.end), "translation", following)


def _may_abbreviate(phrase: Phrase, token: Token) -> bool:
    """Tells whether a word in brackets may be the acronym of a name in another language."""
    if not is_acronym(bare(token)) or not 2 <= len(token.text) <= 8 or phrase.kind not in ("name", "group"):
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


def _between_commas(words: Words, phrase: Phrase, at: int, following: Phrase | None) -> Iterator[Tie]:
    tokens, begin = words.tokens, at + 1
    if begin >= len(tokens):
        return
    if (
        tokens[begin].lower in ("or", "also", "aka", "alias", "better", "formerly", "officially", "known")
        or tokens[begin].text in _QUOTES
    ):
        yield from _translated(words, phrase, begin, following)
        yield from _known_as(words, phrase, begin, following)
        return
    if following and following.first == begin and _spells(phrase, following, words):
        yield Tie(phrase, (following.start, following.end), "acronym", following)
    elif (
        phrase.kind == "office"
        and following
        and _is_person(following)
        and begin in (following.first, _title_token(words, following))
    ):
        yield Tie(following, (phrase.start, phrase.end), "title", phrase)


def _title_token(words: Words, phrase: Phrase) -> int:
    """Returns the token at which a phrase's lower-case title begins."""
    at = phrase.first
    while phrase.title and at > 0 and words.tokens[at - 1].start >= phrase.title[0]:
        at -= 1
    return at


def _spells(long: Phrase, short: Phrase, words: Words) -> bool:
    """Tells whether a name between commas is the acronym of the name before: its letters open the words in turn."""
    if short.last - short.first > 1 or long.kind not in ("name", "group") or long.last - long.first < 3:
        return False
    tokens = words.tokens
    after = tokens[short.last].text if short.last < len(tokens) else "."
    letters = bare(tokens[short.first]).lower()
    initials = "".join(
        token.lower[0]
        for token in tokens[long.first : long.last]
        if token.lower not in ("of", "the", "and", "for", "in")
    )
    return after in ",.;" and letters == initials


def _translated(words: Words, phrase: Phrase, at: int, following: Phrase | None) -> Iterator[Tie]:
    """Yields `or "Support for …"` and `"Support for …"`."""
    tokens = words.tokens
    if phrase.kind not in ("name", "group") or at + 2 >= len(tokens):
        return
    opened = at + 1 if tokens[at].lower == "or" else at
    if tokens[opened].text in _QUOTES:
        closed = next(
            (
                i
                for i in range(opened + 1, min(opened + _TRANSLATED, len(tokens)))
                if tokens[i].text in _QUOTES
            ),
            None,
        )
        capital = (
            closed is not None and closed > opened + 1 and tokens[opened + 1].text != tokens[opened + 1].lower
        )
        if closed is not None and capital and tokens[closed - 1].text not in ",.":
            place = (tokens[opened + 1].start, tokens[closed - 1].end)
            whole = (
                following if following and (following.first, following.last) == (opened + 1, closed) else None
            )
            yield Tie(phrase, place, "translation", whole)
    elif (
        tokens[at].lower == "or"
        and following
        and following.first == at + 1
        and tokens[at - 1].text == ","
        and _closes(tokens, following)
    ):
        yield Tie(phrase, (following.start, following.end), "variant", following)


def _closes(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return phrase.last < len(tokens) and tokens[phrase.last].text in ",.)"


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


def _known_as(words: Words, phrase: Phrase, at: int, following: Phrase | None) -> Iterator[Tie]:
    """Yields the name after "also known as", "also called", "aka", "alias", "officially"."""
    tokens = words.tokens
    if following is None or phrase.kind not in ("name", "group"):
        return
    between = [
        token.lower
        for token in tokens[at : following.first]
        if token.lower not in ("the", "by", "its", "his")
    ]
    said = (
        bool(between)
        and len(between) <= 5
        and all(
            word in _KNOWN_AS
            or word in _QUOTES
            or word
            in (
                "also",
                "as",
                "better",
                "formerly",
                "commonly",
                "previously",
                "widely",
                "or",
                "officially",
                "a.k.a.",
                "de",
                "guerre",
                "acronym",
                "local",
                "french",
                "spanish",
                "arabic",
            )
            for word in between
        )
    )
    strong = any(word in _KNOWN_AS or word in ("officially", "a.k.a.") for word in between)
    if said and strong and "is" not in between:
        kind: AliasKind = "acronym" if is_acronym(bare(tokens[following.last - 1])) else "variant"
        yield Tie(phrase, (following.start, following.end), kind, following)


def _is_person(phrase: Phrase) -> bool:
    return phrase.kind == "name" and (
        bool(phrase.context & TITLED) or not k.kinds().get(phrase.noun, 0) & (k.GROUP | k.PLACE | k.THING)
    )
