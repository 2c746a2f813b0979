"""From runs to words: pieces that stay together, and the places where a line may end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import combining

from citebound_hooks.briefing.setting import bidi
from citebound_hooks.briefing.setting.runs import Inline, Run
from citebound_hooks.briefing.setting.type import JOINERS, Sort

LONG = 60
_BLANK = r" \t\r\f\v\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
_PARTS = re.compile(rf"\n|[{_BLANK}]|[^\n{_BLANK}]+ ?")
_SPECIAL = re.compile(rf"[-\u2013\u2014/\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|(?! )[{_BLANK}]")
_ALONE = re.compile(rf"[{_BLANK}]")
_CUTS = re.compile(  # not within "3–4", "7/2019", "2019-05-20"
    r"(?<=[-\u2013\u2014/])(?=[^\W\d])|(?<=\D[-\u2013\u2014/])(?=\d)|(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])(?=\w)"
)
_ADDRESS_CUTS = re.compile(r"(?<=[-/?&=_.])(?<!://)(?=[\w%])")
_TIGHT_CUTS = re.compile(r"(?<=[^\w\s])(?=\w)|(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)")


@dataclass(slots=True, eq=False)
class Piece:
    """A part of a word in one face, type and direction; with the blank after it."""

    sort: Sort
    run: Run
    level: int


@dataclass(slots=True, eq=False)
class Word:
    """Pieces between two places where a line may end.

    Attributes:
        width: Of the pieces, in points, with the blank at their end.
        blank: Of the blank at their end.
        open: True if a line may end after it.
        forced: True if the line must end after it.
    """

    pieces: list[Piece] = field(default_factory=list)
    width: float = 0.0
    blank: float = 0.0
    open: bool = False
    forced: bool = False


def words_of(runs: Iterable[Run], base: int, widest: float) -> Iterator[Word]:
    """Returns the words of a paragraph, none of them wider than the line."""
    runs = list(runs)
    marked = _levels(runs, base)
    return _plain_words(runs, widest) if marked is None else _mixed_words(runs, marked, widest)


def _mixed_words(runs: list[Run], marked: list[int], widest: float) -> Iterator[Word]:
    """Yields the words of a paragraph in which some run from right to left."""
    word, at = Word(), 0
    for run in runs:
        for part in _parts(run):
            if word.open or _may_cut(word, run):
                yield from _fitting(word, widest)
                word = Word()
            if part == "\n":
                word.open = word.forced = True
            else:
                _add(word, run, part, marked[at : at + len(part)])
            at += len(part)
    yield from _fitting(word, widest)


def _plain_words(runs: list[Run], widest: float) -> Iterator[Word]:
    """Yields the words of a paragraph that runs from left to right, as most do."""
    word = Word()
    for run in runs:
        for part in _parts(run):
            if word.open or _may_cut(word, run):
                if word.width - word.blank <= widest and word.pieces:
                    yield word
                else:
                    yield from _fitting(word, widest)
                word = Word()
            if part == "\n":
                word.open = word.forced = True
                continue
            sorts, width, word.blank = run.type.cast(part)
            word.pieces += [Piece(sort, run, 0) for sort in sorts]
            word.width += width
            word.open = word.blank > 0 and not run.keep
    yield from _fitting(word, widest)


def _levels(runs: list[Run], base: int) -> list[int] | None:
    """Returns the level of each character; None if all run from left to right."""
    text = "".join(run.text for run in runs)
    if not base and not bidi.has_right_to_left(text):
        return None
    return bidi.isolated_levels(text, base, _isolates(runs))


def _isolates(runs: list[Run]) -> list[tuple[int, int]]:
    """Returns the stretches whose direction is their own: quotations, links, words of one type.

    What has no direction, such as the blank between two of them, stays outside and keeps them apart.
    """
    found: list[tuple[int, int]] = []
    at = 0
    before: Inline | Run | None = None
    for run in runs:
        end = at + len(run.text)
        stretch = _outermost(run.inline) or (run if bidi.has_direction(run.text) else None)
        if stretch is not None and stretch is before:
            found[-1] = (found[-1][0], end)
        elif stretch is not None:
            found.append((at, end))
        at, before = end, stretch
    return found


def _outermost(inline: Inline | None) -> Inline | None:
    while inline is not None and inline.outer is not None:
        inline = inline.outer
    return inline


def _may_cut(word: Word, run: Run) -> bool:
    """Tells whether a line may end between two parts with no blank between them."""
    return bool(word.pieces) and word.pieces[-1].run is run and not run.keep


def _parts(run: Run) -> Sequence[str]:
    """Returns what may stand together."""
    found: list[str] = _PARTS.findall(run.text)
    if run.keep:
        return [_blank(part) for part in found]
    if not run.tight and not _SPECIAL.search(run.text) and max(map(len, found), default=0) <= LONG:
        return found
    if run.tight:
        return [short for part in found for short in _cut_parts(part, True)]
    return [short for part in found for short in _cut_parts(part, False)]


def _blank(part: str) -> str:
    return " " if _ALONE.fullmatch(part) else part


@lru_cache(maxsize=4_000)
def _cut_parts(part: str, tight: bool) -> tuple[str, ...]:
    """Cuts a word where a line may end inside it."""
    if _ALONE.fullmatch(part):
        return (" ",)
    cuts = _TIGHT_CUTS if tight else _ADDRESS_CUTS if "://" in part else _CUTS
    pieces = cuts.split(part)
    return tuple(short for piece in pieces for short in _short(piece))


def _short(piece: str) -> Iterator[str]:
    """Cuts what no line could hold, never before a mark."""
    start = 0
    while len(piece) - start > LONG:
        end = start + LONG
        end = max(_before_marks(piece, end), start + 1)
        yield piece[start:end]
        start = end
    yield piece[start:]


def _add(word: Word, run: Run, part: str, level: list[int]) -> None:
    for text, depth in _by_level(part, level):
        for sort in run.type.sorts(text, depth % 2 == 1):
            word.pieces.append(Piece(sort, run, depth))
            word.width += sort.width
            word.blank = sort.blank
    word.open = word.blank > 0 and not run.keep


def _by_level(part: str, level: list[int]) -> list[tuple[str, int]]:
    runs: list[tuple[str, int]] = []
    for character, depth in zip(part, level, strict=False):
        if runs and runs[-1][1] == depth:
            runs[-1] = (runs[-1][0] + character, depth)
        else:
            runs.append((character, depth))
    return runs


def _fitting(word: Word, widest: float) -> Iterator[Word]:
    """Yields the word; cut by characters if it is wider than a line."""
    if word.width - word.blank <= widest:
        if word.pieces or word.forced:
            yield word
        return
    part = Word()
    for piece in (short for long in word.pieces for short in _cut(long, widest)):
        if part.pieces and part.width + piece.sort.width - piece.sort.blank > widest:
            yield part
            part = Word()
        part.pieces.append(piece)
        part.width += piece.sort.width
        part.blank = piece.sort.blank
    part.forced = word.forced
    yield part


def _cut(piece: Piece, widest: float) -> Iterator[Piece]:
    """Cuts a piece that is wider than the line into parts that fill it."""
    text, type_, level = piece.sort.shaped.text, piece.run.type, piece.level
    while len(text) > 1 and piece.sort.width - piece.sort.blank > widest and not piece.sort.instead_of:
        fitting = max(1, int(len(text) * widest / piece.sort.width))
        fitting = _before_marks(text, fitting)
        head = type_.sorts(text[:fitting], level % 2 == 1)
        while fitting > 1 and sum(sort.width for sort in head) > widest:
            fitting = _before_marks(text, fitting - 1)
            head = type_.sorts(text[:fitting], level % 2 == 1)
        yield from (Piece(sort, piece.run, level) for sort in head)
        text = text[fitting:]
        if not text:
            return
        rest = type_.sorts(text, level % 2 == 1)
        yield from (Piece(sort, piece.run, level) for sort in rest[:-1])
        piece, text = Piece(rest[-1], piece.run, level), rest[-1].shaped.text
    yield piece


def _before_marks(text: str, end: int) -> int:
    """Moves a cut to the left until it does not stand before a combining mark."""
    while 1 < end < len(text) and (combining(text[end]) or text[end] in JOINERS):
        end -= 1
    return end
