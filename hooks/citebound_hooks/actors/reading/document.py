"""Reads a whole document into phrases: stages 0 to 2, and what the document as a whole says of its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from citebound.model import Span
from citebound_hooks.actors.reading.acronyms import Definition, definitions
from citebound_hooks.actors.reading.described import Definite, nouns_of
from citebound_hooks.actors.reading.phrase import Phrase
from citebound_hooks.actors.reading.phrases import PhraseReader
from citebound_hooks.actors.reading.quoted import called_groups, has_quotes, quoted_groups
from citebound_hooks.actors.reading.wording import KnownNames, Words, words_of
from citebound_hooks.language.analysis import Analysis, Sentence
from citebound_hooks.language.tokens import Token

_SHARE = 0.6  # of capitalised words, in a line in title case
_OPENING = frozenset(':"“«(-–—.')  # what stands before words that open a sentence
_PLURAL = re.compile(r"(?<=[a-z,] )([A-Z][a-z]+s of (?:the )?[A-Z][a-z]+)\b")
_KNOWN_NAMES = 8  # defined names that may begin with one word


class Reading(NamedTuple):
    """A document's phrases.

    Attributes:
        analysis: The sentences that were read.
        words: Their words, by the sentences' numbers.
        phrases: In the order of the text.
        definite: Definite nouns that may speak of an actor, in the order of the text.
        definitions: The acronyms that the text defines.
        common: Words that occur in lower case.
        proper: Words in lower case that have a capital where nothing but a name gives them one.
    """

    analysis: Analysis
    words: Sequence[Words]
    phrases: Sequence[Phrase]
    definite: Sequence[Definite]
    definitions: Sequence[Definition]
    common: frozenset[str]
    proper: frozenset[str]


def read_phrases(analysis: Analysis, citations: Iterable[Span]) -> Reading:
    """Returns the phrases of a document's body; those inside inline citations are left out."""
    text, sentences = analysis.text, analysis.sentences
    french = analysis.language == "fr"
    tokens = [sentence.parted if french else sentence.tokens for sentence in sentences]
    masked = _masked(sentences, tokens, sorted(citations))
    defined = [
        found
        for s, each in zip(sentences, tokens, strict=True)
        for found in definitions(text, s, each, masked.get(s.index, frozenset()))
    ]
    known = _known(
        [*((each.words, (each.acronym,)) for each in defined), *((name,) for name in _plurals(text))]
    )
    words = [words_of(each, known, analysis.language) for each in tokens]
    phrases: list[Phrase] = []
    definite: list[Definite] = []
    proper: set[str] = set()
    for sentence, each in zip(sentences, words, strict=True):
        hidden = masked.get(sentence.index, frozenset())
        headline = is_headline(sentence)
        named = list(PhraseReader(sentence, each, headline).phrases(hidden))
        small = [*called_groups(each, sentence.index)]
        if has_quotes(text, sentence.start, sentence.end):
            small += quoted_groups(each, sentence.index, named)
        if small:
            named = sorted([*named, *small], key=lambda phrase: phrase.start)
        proper.update(() if headline else _proper(each))
        nouns = nouns_of(each, sentence.index, named)
        phrases += (
            sorted(named + nouns.described, key=lambda phrase: phrase.start) if nouns.described else named
        )
        definite += nouns.definite
    texts = {token.text for each in tokens for token in each}
    common = frozenset(text for text in texts if text == text.lower())
    return Reading(analysis, words, phrases, definite, defined, common, frozenset(proper))


def _proper(words: Words) -> Iterator[str]:
    """Yields the words of a sentence whose capital is a name's, not that of its first word."""
    tokens = words.tokens
    return (tokens[at].lower for at in words.capitals if at and tokens[at - 1].text not in _OPENING)


def _plurals(text: str) -> Iterator[tuple[str, ...]]:
    """Yields names such as "Sons of Tiran" from inside sentences, as words; where they open one, they are known so."""
    return (tuple(found[1].lower().split()) for found in _PLURAL.finditer(text))


def _known(forms: Iterable[Sequence[tuple[str, ...]]]) -> KnownNames:
    """Returns the names that the text defines or shows, by their first word."""
    names: dict[str, dict[tuple[str, ...], None]] = {}
    for each in forms:
        for form in each:
            names.setdefault(form[0], {})[form] = None
    return {first: tuple(sorted(many, key=len, reverse=True)[:_KNOWN_NAMES]) for first, many in names.items()}


def is_headline(sentence: Sentence) -> bool:
    """Tells whether a sentence is a heading, or a line in title case without a full stop."""
    if sentence.block.kind == "heading":
        return True
    last = sentence.tokens[-1].text if sentence.tokens else "."
    if last in '.!?:;,”"':
        return False
    tokens = [token for token in sentence.tokens if token.is_word]
    if len(tokens) < 4:
        return len(tokens) > 1 and all(token.text.isupper() for token in tokens)  # "KEY POINTS"
    return sum(token.capitalised for token in tokens) >= _SHARE * len(tokens)


def _masked(
    sentences: Sequence[Sentence], tokens: Sequence[Sequence[Token]], citations: Sequence[Span]
) -> dict[int, frozenset[int]]:
    """Returns, by sentence, the tokens that stand inside a citation; one pass over both."""
    masked: dict[int, frozenset[int]] = {}
    at = 0
    for sentence, inside in zip(sentences, tokens, strict=True):
        while at < len(citations) and citations[at].end <= sentence.start:
            at += 1
        here: set[int] = set()
        index = at
        while index < len(citations) and citations[index].start < sentence.end:
            span = citations[index]
            here.update(i for i, token in enumerate(inside) if span.start <= token.start < span.end)
            index += 1
        if here:
            masked[sentence.index] = frozenset(here)
    return masked
