"""The tokens and sentences of a document, made once and shared by the layers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from citebound.model import Block, Document, SourceRecord
from citebound_hooks.language.body import body_blocks
from citebound_hooks.language.closing import bounded, close_with_citations
from citebound_hooks.language.elisions import parted
from citebound_hooks.language.sentences import sentence_spans
from citebound_hooks.language.tokens import Token, tokenise


class Sentence:
    """A sentence: `text[start:end]`, never across a block.

    Attributes:
        index: Its number in the analysis.
        start: Offset of its first character in the document's text.
        end: Offset after its last one.
        block: The block that it stands in.
    """

    __slots__ = ("_lower", "_parted", "_text", "_tokens", "_words", "block", "end", "index", "start")

    def __init__(self, text: str, index: int, start: int, end: int, block: Block) -> None:
        self.index, self.start, self.end, self.block = index, start, end, block
        self._text = text
        self._tokens: tuple[Token, ...] | None = None
        self._parted: tuple[Token, ...] | None = None
        self._lower: tuple[str, ...] | None = None
        self._words: tuple[str, ...] | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens, made when a layer first asks for them: citations alone need none."""
        if self._tokens is None:
            self._tokens = tuple(tokenise(self._text, self.start, self.end))
        return self._tokens

    @property
    def parted(self) -> tuple[Token, ...]:
        """Its tokens with those of French parted, made once: `l'attaque` is two words, and so is `a-t-il`."""
        if self._parted is None:
            self._parted = parted(self.tokens)
        return self._parted

    @property
    def lower(self) -> tuple[str, ...]:
        """Its tokens in lower case, for looking many words up at once."""
        if self._lower is None:
            self._lower = tuple([token.lower for token in self.tokens])
        return self._lower

    @property
    def words(self) -> tuple[str, ...]:
        """Its tokens that begin with a letter, in lower case."""
        if self._words is None:
            self._words = tuple([word for word in self.lower if word[0].isalpha()])
        return self._words


class Analysis(msgspec.Struct, frozen=True, eq=False):
    """What every layer starts from; there is one for a document, so that what is found of it can be kept by it.

    Attributes:
        text: The document's text.
        sentences: In the order of the text. Header, footer and navigation are left out.
        language: `en`, `fr` …; what the lexicons are chosen by.
    """

    text: str
    sentences: tuple[Sentence, ...]
    language: str | None


@lru_cache(maxsize=4)
def analyse(document: Document, record: SourceRecord) -> Analysis:
    """Returns the analysis of a document's body; the same one for the same document."""
    text, body = document.text, body_blocks(document, record)
    places = [(block, *place) for block in body for place in _sentences(text, block)]
    sentences = tuple(
        Sentence(text, index, start, end, block) for index, (block, start, end) in enumerate(places)
    )
    return Analysis(text, sentences, (document.language or "").split("-")[0].lower() or None)


def _sentences(text: str, block: Block) -> Iterator[tuple[int, int]]:
    return bounded(text, close_with_citations(text, sentence_spans(text, block.start, block.end)))
