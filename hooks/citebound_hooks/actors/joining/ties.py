"""Stage 4: what the text itself ties to a name: acronyms, translations, other names, appositions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from citebound_hooks.actors.joining.brackets import behind_brackets, bracketed, known_as
from citebound_hooks.actors.joining.tie import Tie
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.naming.evidence import Candidate
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import TITLED, Phrase
from citebound_hooks.actors.reading.wording import Words, bare, is_acronym
from citebound_hooks.language.tokens import Token

_QUOTES = "\"“”'‘’«»"
_OF_THE_HEAD = frozenset(("who", "known", "better"))
_OUTLAWED = frozenset(("banned", "outlawed"))
_SHORT = 3  # letters of an acronym whose order says nothing
_TRANSLATED = 12  # tokens of a translation


def ties(reading: Reading, candidates: Sequence[Candidate]) -> list[Tie]:
    """Returns all ties of a document, in the order of the text."""
    by_sentence: dict[int, list[Phrase]] = {}
    for phrase, _ in candidates:
        by_sentence.setdefault(phrase.sentence, []).append(phrase)
    found: list[Tie] = []
    for index, phrases in by_sentence.items():
        words = reading.words[index]
        for at, phrase in enumerate(phrases):
            following = next((each for each in phrases[at + 1 : at + 4] if each.first >= phrase.last), None)
            found.extend(_after(words, phrase, following))
    return found


def outside_translations(candidates: Sequence[Candidate], found: Sequence[Tie]) -> list[Candidate]:
    """Returns the candidates without those inside a translation: no Muslims in "Support for Islam and Muslims"."""
    inside = {at for tie in found if tie.kind == "translation" and not tie.other for at in range(*tie.place)}
    return [each for each in candidates if each.phrase.start not in inside]


def ties_of(candidates: Sequence[Candidate], found: Sequence[Tie]) -> list[Tie]:
    """Returns the ties of phrases that are candidates still."""
    named = {each.phrase for each in candidates}
    return [tie for tie in found if tie.phrase in named]


def _after(words: Words, phrase: Phrase, following: Phrase | None) -> Iterator[Tie]:
    """Yields what the words after a phrase tie to it."""
    tokens, at = words.tokens, phrase.last
    if at >= len(tokens):
        return
    if tokens[at].text in ("'", "’") and at + 1 < len(tokens):
        at += 1
    mark = tokens[at].text
    if mark == "(":
        yield from bracketed(words, phrase, at, following)
        yield from behind_brackets(words, phrase, at, following)
    elif mark == ")" and phrase.first and tokens[phrase.first - 1].text == "(" and at + 2 < len(tokens):
        if tokens[at + 1].text == ",":
            yield from known_as(words, phrase, at + 2, following)
    elif mark in ",–—-":
        yield from _between_commas(words, phrase, at, following)
    elif mark in '"“' and tokens[at - 1].end != tokens[at].start:
        yield from _nicknamed(words, phrase, at)
    elif tokens[at].lower == "or":
        yield from _translated(words, phrase, at, following)
    elif tokens[at].lower == "is" or tokens[at].lower == "was":
        yield from known_as(words, phrase, at + 1, following)
        if phrase.kind == "office" and following and following.first == at + 1 and following.context & TITLED:
            yield Tie(following, (phrase.start, phrase.end), "title", phrase)


def _nicknamed(words: Words, phrase: Phrase, at: int) -> Iterator[Tie]:
    """Yields the other name in `Ada Oskar Quill "Heron"`, alone in quotation marks behind a person's name."""
    tokens = words.tokens
    if at + 2 >= len(tokens) or not _is_person(phrase) or phrase.last - phrase.first < 2:
        return
    named = tokens[at + 1].capitalised and not words.flags[at + 1] and tokens[at + 1].start == tokens[at].end
    if named and tokens[at + 2].text in '"”':
        yield Tie(phrase, (tokens[at + 1].start, tokens[at + 1].end), "apposition", None)


def _between_commas(words: Words, phrase: Phrase, at: int, following: Phrase | None) -> Iterator[Tie]:
    tokens, begin = words.tokens, at + 1
    if begin >= len(tokens):
        return
    if tokens[begin].lower in (
        "or",
        "also",
        "aka",
        "a.k.a.",
        "alias",
        "who",
        "better",
        "formerly",
        "officially",
        "known",
    ):
        yield from _translated(words, phrase, begin, following)
        if tokens[begin].lower not in _OF_THE_HEAD or not _is_of_head(words, phrase.first):
            yield from known_as(words, phrase, begin, following)
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


def _is_of_head(words: Words, first: int) -> bool:
    """Tells "the wing of the banned Front" and "a spokesman for the Front": what follows may be said of the head."""
    at = first - 1
    while at >= 0 and words.flags[at] & (k.ARTICLE | k.MODIFIER) | (words.lower[at] in _OUTLAWED):
        at -= 1
    return at > 0 and words.lower[at] in ("of", "for") and bool(words.flags[at - 1] & (k.GROUP | k.OFFICE))


def _title_token(words: Words, phrase: Phrase) -> int:
    """Returns the token at which a phrase's lower-case title begins."""
    at = phrase.first
    while phrase.title and at > 0 and words.tokens[at - 1].start >= phrase.title[0]:
        at -= 1
    return at


def _spells(long: Phrase, short: Phrase, words: Words) -> bool:
    """Tells whether a name between commas is the acronym of the name before.

    Its letters open the words in turn; or, in the order of another language, all of them but one: "the Ada Quill
    National Freedom Front, FQAN,".
    """
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
    missing = len(initials) - len(letters)
    reordered = (
        missing in (0, 1)
        and len(letters) > _SHORT
        and after == ","
        and is_acronym(tokens[short.first].text)
        and not Counter(letters) - Counter(initials)
    )
    return reordered or (after in ",.;" and letters == initials)


def _translated(words: Words, phrase: Phrase, at: int, following: Phrase | None) -> Iterator[Tie]:
    """Yields `or "Support for …"` and `, or SIM,`."""
    tokens, opened = words.tokens, at + 1
    if phrase.kind not in ("name", "group") or tokens[at].lower != "or" or at + 2 >= len(tokens):
        return
    if tokens[opened].text in _QUOTES:
        reach = range(opened + 2, min(opened + _TRANSLATED, len(tokens)))
        closed = next((i for i in reach if tokens[i].text in _QUOTES), None)
        capital = tokens[opened + 1].text != tokens[opened + 1].lower
        if closed is not None and capital and tokens[closed - 1].text not in ",.":
            whole = following and (following.first, following.last) == (opened + 1, closed)
            place = (tokens[opened + 1].start, tokens[closed - 1].end)
            yield Tie(phrase, place, "translation", following if whole else None)
    elif following and following.first == opened and _is_foreign(phrase, following, tokens):
        yield Tie(phrase, (following.start, following.end), "translation", following)
    elif (
        following
        and following.first == opened
        and is_acronym(bare(tokens[opened]))
        and _closes(tokens, following)
    ):
        yield Tie(phrase, (following.start, following.end), "acronym", following)


def _is_foreign(phrase: Phrase, other: Phrase, tokens: Sequence[Token]) -> bool:
    """Tells `the Movement of the Poor, or Harakat-e Fuqara,` from two bodies of which one is meant."""
    body = k.kinds().get(phrase.noun, 0) & k.BODY
    words = [bare(token).lower() for token in tokens[other.first : other.last]]
    unknown = len(words) > 1 and not any(k.kinds().get(word, 0) & ~k.PARTICLE for word in words)
    between = tokens[phrase.last].text == "," and other.last < len(tokens) and tokens[other.last].text == ","
    return bool(body) and unknown and between and other.kind == "name"


def _closes(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return phrase.last < len(tokens) and tokens[phrase.last].text in ",.)"


def _is_person(phrase: Phrase) -> bool:
    return phrase.kind == "name" and (
        bool(phrase.context & TITLED) or not k.kinds().get(phrase.noun, 0) & (k.GROUP | k.PLACE | k.THING)
    )
