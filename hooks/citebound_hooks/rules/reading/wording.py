"""How one wording differs from another: words missing, added and changed, token by token.

No ratio is used to judge: leaving out "not" turns a disclaimer into its contrary and changes a fuzzy ratio by less
than one percent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import zip_longest
from typing import Literal, NamedTuple

from citebound_hooks.rules.reading.words import Word, words_of

DifferenceKind = Literal["truncated", "missing", "added", "changed"]
_MOST_WORDS = 600  # a disclaimer has 20 to 200; the comparison takes the square of this at worst


class Difference(NamedTuple):
    """One place where a text leaves the wording that it should have.

    Attributes:
        kind: What happened to the words; `truncated` if nothing of the wording comes after.
        expected: The words that should stand there; empty for added words.
        found: The words that do; empty for missing words.
        start: Offset of `found` in the text; for missing words, of the word before their place.
        end: Offset after it.
        touched: The folded words lost or put in.
        gap: The place, with the punctuation around it, that `repair` puts right.
        repair: What should stand in the gap.
    """

    kind: DifferenceKind
    expected: str
    found: str
    start: int
    end: int
    touched: frozenset[str]
    gap: tuple[int, int]
    repair: str


@lru_cache(maxsize=64)
def differences(expected: str, text: str) -> tuple[Difference, ...]:
    """Returns where `text` leaves the wording of `expected`, in the order of the text; empty if nowhere."""
    return tuple(_differences(expected, text))


@lru_cache(maxsize=64)
def likeness(expected: str, text: str) -> float:
    """Returns the share, 0 to 1, of the words of the shorter text that stand in the other in their order.

    Only good for telling which of several wordings is meant, never for whether one is right.
    """
    wanted, there = _folded(words_of(expected)), _folded(words_of(text))
    blocks = _matcher(wanted, there).get_matching_blocks()
    return sum(block.size for block in blocks) / max(min(len(wanted), len(there)), 1)


def _folded(words: Sequence[Word]) -> list[str]:
    return [word.folded for word in words[:_MOST_WORDS]]


def _matcher(a: list[str], b: list[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, a, b, autojunk=False)


def _differences(expected: str, text: str) -> Iterator[Difference]:
    wanted, there = words_of(expected)[:_MOST_WORDS], words_of(text)[:_MOST_WORDS]
    a, b = _folded(wanted), _folded(there)
    if a == b:
        return
    for i1, i2, j1, j2, touched in _places(a, b):
        lost, put = wanted[i1:i2], there[j1:j2]
        start, end = (put[0].start, put[-1].end) if put else _word_before(there, j1)
        gap, repair_of = _gap(there, j1, j2, len(text.rstrip())), _gap(wanted, i1, i2, len(expected.rstrip()))
        yield Difference(
            kind=_kind(len(lost), len(put), at_end=i2 == len(a) and j2 == len(b)),
            expected=expected[lost[0].start : lost[-1].end] if lost else "",
            found=text[start:end] if put else "",
            start=start,
            end=end,
            touched=touched,
            gap=gap,
            repair=expected[slice(*repair_of)],
        )


def _places(a: list[str], b: list[str]) -> Iterator[tuple[int, int, int, int, frozenset[str]]]:
    """Yields begin and end of each difference in both texts, and its words; two words that changed places are one."""
    places = [each[1:] for each in _matcher(a, b).get_opcodes() if each[0] != "equal"]
    taken = False
    for (i1, i2, j1, j2), following in zip_longest(places, places[1:]):
        if taken:
            taken = False
            continue
        touched = frozenset(a[i1:i2]) ^ frozenset(b[j1:j2])
        if following and sorted(a[i1 : following[1]]) == sorted(b[j1 : following[3]]):
            taken, moved = True, frozenset(a[i1:i2]) | frozenset(b[j1:j2])
            yield i1, following[1], j1, following[3], moved
        else:
            yield i1, i2, j1, j2, touched


def _kind(lost: int, put: int, *, at_end: bool) -> DifferenceKind:
    if at_end and lost - put >= 3:  # a last word may be cut in two
        return "truncated"
    if not put:
        return "missing"
    return "changed" if lost else "added"


def _word_before(words: Sequence[Word], at: int) -> tuple[int, int]:
    """The place of the word before, or of the first word if there is none."""
    word = words[max(at - 1, 0)]
    return word.start, word.end


def _gap(words: Sequence[Word], first: int, last: int, length: int) -> tuple[int, int]:
    """The place from the end of the word before `first` to the begin of the word at `last`."""
    return (words[first - 1].end if first else 0, words[last].start if last < len(words) else length)
