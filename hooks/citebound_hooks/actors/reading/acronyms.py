"""Stage 0: acronyms that the text defines, in both orders: `Long Form (LF)` and `LF (Long Form)`.

After A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
text", Pacific Symposium on Biocomputing 8 (2003).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citebound_hooks.actors.reading.wording import bare, is_acronym
from citebound_hooks.language.analysis import Sentence
from citebound_hooks.language.tokens import Token

_LONGEST = 10  # letters of a short form
_INSIDE = 14  # tokens in brackets
_QUOTES = "\"“”'‘’"


class Definition(NamedTuple):
    """A short form, the long form that it stands for, the tokens of the long form and the short form, in lower case."""

    short: tuple[int, int]
    long: tuple[int, int]
    words: tuple[str, ...]
    acronym: str


def definitions(
    text: str, sentence: Sentence, tokens: Sequence[Token], masked: frozenset[int]
) -> Iterator[Definition]:
    """Yields the acronyms that a sentence defines in brackets, but for tokens in `masked`."""
    if text.find("(", sentence.start, sentence.end) < 0:
        return
    for at, token in enumerate(tokens):
        if token.text != "(" or at == 0 or at + 1 in masked:
            continue
        close = next(
            (i for i in range(at + 1, min(at + _INSIDE, len(tokens))) if tokens[i].text == ")"), None
        )
        if close is not None and close > at + 1:
            found = _short_inside(text, tokens, at) or _long_inside(text, tokens, at, close)
            if found:
                yield found


def _short_inside(text: str, tokens: Sequence[Token], at: int) -> Definition | None:
    inside = at + 1
    while tokens[inside].text in _QUOTES and inside + 1 < len(tokens):
        inside += 1
    short = tokens[inside]
    if inside + 1 >= len(tokens):
        return None
    if not _is_short(short.text) or not (
        tokens[inside + 1].text in f"),;{_QUOTES}" or tokens[inside + 1].lower == "or"
    ):
        return None
    last = at
    while last > 0 and tokens[last - 1].text in _QUOTES:
        last -= 1
    lowest = max(0, last - min(len(short.text) + 5, 2 * len(short.text)))
    if lowest >= last:
        return None
    end = tokens[last - 1].start + len(bare(tokens[last - 1]))
    start = _long_start(text, short.text, tokens[lowest].start, end)
    return _definition(tokens[lowest:last], short, start, end) if start is not None else None


def _long_inside(text: str, tokens: Sequence[Token], at: int, close: int) -> Definition | None:
    short, first = tokens[at - 1], at + 1
    while first < close - 1 and tokens[first].text in _QUOTES:
        first += 1
    if not is_acronym(short.text) or close - first < 2:
        return None
    last = close - 1 if tokens[close - 1].text in _QUOTES else close
    start = _long_start(text, short.text, tokens[first].start, tokens[last - 1].end)
    if start != tokens[first].start:
        return None
    return _definition(tokens[first:last], short, start, tokens[last - 1].end)


def _is_short(text: str) -> bool:
    return 2 <= len(text) <= _LONGEST and text[0].isalnum() and sum(c.isupper() for c in text) > 1


def _long_start(text: str, short: str, lowest: int, end: int) -> int | None:
    """Returns where the long form begins whose letters, from the end backwards, hold those of the short form."""
    at = end
    letters = [c.lower() for c in short if c.isalnum()]
    for index, letter in enumerate(reversed(letters)):
        first = index == len(letters) - 1
        at -= 1
        while at >= lowest and (
            text[at].lower() != letter or (first and at > lowest and text[at - 1].isalnum())
        ):
            at -= 1
        if at < lowest:
            return None
    return at if text[at].isupper() else _capital_before(text, letters[0], lowest, at)


def _capital_before(text: str, letter: str, lowest: int, at: int) -> int:
    """Returns the capitalised word before a small one that begins with the letter: "Front for …", not "for …"."""
    for start in range(at - 1, lowest - 1, -1):
        opens = start == lowest or not text[start - 1].isalnum()
        if text[start] == letter.upper() and opens:
            return start
    return at


def _definition(near: Sequence[Token], short: Token, start: int, end: int) -> Definition | None:
    """Returns the definition if the long form begins with a word, or after its hyphen, and has two words or more.

    Args:
        near: The tokens in which the long form lies, up to its last one.
        short: The short form.
        start: Where the first letter of the long form stands.
        end: Where the long form ends.
    """
    first = next((at for at, token in enumerate(near) if token.start <= start < token.end), len(near))
    long = near[first:]
    if len(long) < 2 or any(token.text in ".;:!?" or token.lower == short.lower for token in long):
        return None
    inside = start - long[0].start
    if inside and long[0].text[inside - 1] != "-":
        return None
    capital = any(token.text != token.lower for token in long)
    opens = any(token.lower[0] == short.lower[0] for token in long if token.is_word)
    if not capital or not (is_acronym(short.text) or opens):
        return None
    words = tuple(bare(token).lower() for token in long)
    return Definition((short.start, short.end), (long[0].start, end), words, short.lower)
