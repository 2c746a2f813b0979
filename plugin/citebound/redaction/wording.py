"""Hides words in what stands beside the text: fields, names, messages, notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citebound.model import Span
from citebound.redaction.folding import Place, folded, form_of, parts_words, tokens_of
from citebound.redaction.shifting import Shift

FEWEST = 3
"""How many letters words must have to be looked for because a hidden place held them."""


class Wording:
    """Hides words in strings.

    Args:
        original: The whole text.
        shift: The redacted text.
        mark: What stands in the place of hidden words.
        forms: What to hide wherever it stands.

    Attributes:
        count: How many marks were set so far.
    """

    def __init__(self, original: str, shift: Shift, mark: str, forms: Iterable[str]) -> None:
        self._original, self._redacted = folded(original).text, folded(shift.text).text
        self._text, self._mark = shift.text, mark
        self._tokens = frozenset().union(*(tokens_of(original[start:end]) for start, end, _ in shift.hidden))
        self._parted = all(map(parts_words, self._tokens))
        self._forms = [form_of(words) for words in dict.fromkeys(forms)]
        self._known: dict[str, tuple[str, int]] = {}
        self.count = 0

    def add(self, words: Iterable[str]) -> None:
        """Hides from now on what stood in hidden places only."""
        wanted = [each for each in dict.fromkeys(words) if self._is_gone(each)]
        self._forms += [form for each in wanted if not (form := form_of(each)).stands_in(self._mark)]
        self._known.clear()

    def hide(self, words: str) -> str:
        """Returns the words with marks for all that is hidden."""
        if words not in self._known:
            self._known[words] = self._hidden(words)
        hidden, count = self._known[words]
        self.count += count
        return hidden

    def _hidden(self, words: str) -> tuple[str, int]:
        places = [place for form in self._forms for place in form.places(words)]
        if not places:
            return (self._mark, 1) if self._is_gone(words) else (words, 0)
        merged = _merged(sorted(places))
        pieces, at = [], 0
        for start, end in merged:
            pieces += [words[at:start], self._mark]
            at = end
        return "".join([*pieces, words[at:]]), len(merged)

    def _is_gone(self, words: str) -> bool:
        """Tells whether words stood in a hidden place and stand nowhere in the redacted text."""
        if self._parted and self._tokens.isdisjoint(tokens_of(words)):
            return False
        read = folded(words).text
        if sum(map(str.isalnum, read)) < FEWEST or self._original.count(read) == self._redacted.count(read):
            return False
        return read not in self._redacted or not form_of(words).stands_in(self._text)


def words_of(spans: Iterable[Span]) -> Sequence[str]:
    """Returns the words of spans, each once."""
    return tuple(dict.fromkeys(span.exact for span in spans))


def _merged(places: Iterable[Place]) -> list[Place]:
    merged: list[Place] = []
    for start, end in places:
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
