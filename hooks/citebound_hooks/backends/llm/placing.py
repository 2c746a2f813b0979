"""Finds the words of a proposal in the source: letter for letter, whole words, in the sentence that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citebound.model import Document, Span
from citebound_hooks.language.analysis import Sentence

INVENTED = "not word for word in the source"
AMBIGUOUS = "more than once in its sentence"
NO_SENTENCE = "of a sentence that is not there"


class Unusable(Exception):  # noqa: N818  # a verdict on a proposal, no fault of the program
    """A proposal that the source does not bear out; the message is the reason, for counting."""


class Places:
    """The places in a document that proposals may name.

    Args:
        document: The source.
        sentences: Its sentences; proposals number them from 1.
    """

    def __init__(self, document: Document, sentences: Sequence[Sentence]) -> None:
        self._document = document
        self._sentences = sentences

    def sentence(self, number: int) -> Span:
        """Returns the sentence with a number.

        Raises:
            Unusable: If there is none.
        """
        if not 1 <= number <= len(self._sentences):
            raise Unusable(NO_SENTENCE)
        found = self._sentences[number - 1]
        return self._document.span(found.start, found.end)

    def all(self, words: str, sentence: Span) -> list[Span]:
        """Returns each place in the sentence where the words stand; blanks and line breaks count as the same.

        Raises:
            Unusable: If they stand nowhere in it.
        """
        if not words.split():
            raise Unusable(INVENTED)
        pattern = _whole_words(words.split())
        found = pattern.finditer(self._document.text, sentence.start, sentence.end)
        spans = [self._document.span(*match.span()) for match in found]
        if not spans:
            raise Unusable(INVENTED)
        return spans

    def one(self, words: str, sentence: Span) -> Span:
        """Returns the one place in the sentence where the words stand.

        Raises:
            Unusable: If they stand nowhere in it, or more than once.
        """
        spans = self.all(words, sentence)
        if len(spans) > 1:
            raise Unusable(AMBIGUOUS)
        return spans[0]

    def in_quotation_marks(self, span: Span) -> bool:
        """Tells whether quotation marks stand directly around a place, a comma before the closing one allowed."""
        text = self._document.text
        after = text[span.end : span.end + 2].lstrip(",.")[:1]
        return bool(after) and text[max(0, span.start - 1) : span.start] in _OPENING and after in _CLOSING


_OPENING, _CLOSING = ('"', "“", "«", "„", "‘"), ('"', "”", "»", "“", "’")


def _whole_words(parts: list[str]) -> re.Pattern[str]:
    before = r"(?<!\w)" if _is_word(parts[0][0]) else ""
    after = r"(?!\w)" if _is_word(parts[-1][-1]) else ""
    return re.compile(before + r"\s+".join(map(re.escape, parts)) + after)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
