"""Finds hedges: the words of a text that lower certainty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from citebound_hooks.hedges.conditional import hearsay_conditionals
from citebound_hooks.hedges.lexicon import Form, forms_by_first_word
from citebound_hooks.language.analysis import Analysis, Sentence

_WORD = re.compile(r"[^\W\d_]+")
_REACH = 60  # characters that an opening may take up: a form of "be" and two adverbs
_ADVERB = r"(?:\w{2,18}ly|also|now|still|then|long|once|even|never|not|yet|often|all|both)"
_BE = re.compile(
    rf"(?<!\w)(?:is|are|was|were|be|been|being|isn['’]t|wasn['’]t|remains?|remained)(?:\s{{1,2}}{_ADVERB}){{0,3}}\s{{1,2}}$",
    re.I,
)
_DEGREE = re.compile(
    r"(?<!\w)(?:very|highly|most|more|less|quite|increasingly|extremely|somewhat|rather|all too|just as"
    r"|equally|entirely|only)\s{1,2}$",
    re.I,
)


HedgeAt = tuple[int, int, str]


@lru_cache(maxsize=4)
def hedges_by_sentence(analysis: Analysis) -> tuple[tuple[HedgeAt, ...], ...]:
    """Returns the hedges of each sentence of a document, found once for all layers."""
    found = [hedges_in(analysis.text, sentence) for sentence in analysis.sentences]
    if analysis.language == "fr":
        found = [
            _with_hearsay(hedges, sentence)
            for hedges, sentence in zip(found, analysis.sentences, strict=True)
        ]
    return tuple(tuple(hedges) for hedges in found)


def _with_hearsay(hedges: list[HedgeAt], sentence: Sentence) -> list[HedgeAt]:
    """Adds the conditionals of hearsay that no form of the lexicon covers."""
    new = [
        (start, end, "hearsay")
        for start, end in hearsay_conditionals(sentence.parted)
        if not any(first < end and start < last for first, last, _ in hedges)
    ]
    return sorted(hedges + new) if new else hedges


def hedges_in(text: str, sentence: Sentence) -> list[HedgeAt]:
    """Returns begin, end and kind of each hedge of a sentence, in order, none overlapping another.

    Of several forms at one place the longest wins. All languages of the lexicon are looked for.
    """
    return _hedges_at(text, _words(text, sentence), sentence.end)


def _hedges_at(text: str, words: Iterable[tuple[int, str]], end: int) -> list[HedgeAt]:
    """Returns the hedges that begin with one of the words, given with their places, in order."""
    lexicon = forms_by_first_word()
    found: list[HedgeAt] = []
    free = 0
    for at, word in words:
        if word in lexicon and at >= free and (forms := lexicon[word].at(text, at, end)):
            places = (place for form in forms if (place := _place(form, text, at, free, end)))
            best = max(places, key=lambda place: place[1] - place[0], default=None)
            if best:
                found.append(best)
                free = best[1]
    return found


def _words(text: str, sentence: Sentence) -> Iterator[tuple[int, str]]:
    """Yields place and lower case of each word that opens a form; of a token with hyphen or apostrophe each part."""
    lexicon, tokens, words = forms_by_first_word(), sentence.tokens, enumerate(sentence.lower)
    for at in [at for at, word in words if word in lexicon or (len(word) > 1 and not word.isalpha())]:
        token = tokens[at]
        if token.lower in lexicon:
            yield token.start, token.lower
        elif token.is_word:
            yield from (
                (word.start(), word.group().lower()) for word in _WORD.finditer(text, token.start, token.end)
            )


def _place(form: Form, text: str, at: int, free: int, end: int) -> HedgeAt | None:
    match = form.match(text, at, end)
    if not match or (at and text[at - 1] in "-–" and text[at - 2 : at - 1].isalpha()):
        return None
    before = text[max(free, at - _REACH) : at]
    if not form.fits(before):
        return None
    opening = _BE.search(before) if form.opening.startswith("be") else None
    if form.opening == "degree":
        opening = _DEGREE.search(before)
    if form.opening == "be" and not opening:
        return None
    begin = at - len(before) + opening.start() if opening else at
    return begin, match.end(), form.kind
