"""A shaped word: its width, and the glyphs as a PDF text array writes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """A word of one face and direction. Measures are in thousandths of the type size.

    Attributes:
        text: The characters, in logical order.
        width: The advance of the whole word.
        strokes: Runs of a `TJ` array, each with the height at which it stands above the base line.
        meaning: Each glyph and the characters that it alone stands for.
        code: The strokes as one, if all stand on the base line.
        plain: True if the glyphs, read one by one in the order of the file, spell the text.
    """

    text: str
    width: int
    strokes: tuple[tuple[int, str], ...]
    meaning: tuple[tuple[int, str], ...]
    plain: bool
    code: str | None


@dataclass(slots=True)
class _Placed:
    glyph: int
    cluster: int
    left: int
    rise: int


Meaning = tuple[int, str]


def shaped_from(
    text: str, right_to_left: bool, glyphs: list[tuple[Any, Any]], advance: Callable[[int], int],
    known: dict[Meaning, Meaning],
) -> Shaped:  # fmt: skip
    """Turns HarfBuzz's glyphs into a shaped word. They stay in visual order, as text extraction expects them.

    Args:
        text: The word, in logical order.
        right_to_left: Its direction.
        glyphs: What HarfBuzz says of each.
        advance: Gives the width of a glyph.
        known: What glyphs of the face mean; each is kept once, for all words.
    """
    placed, pen = [], 0
    for info, position in glyphs:
        placed.append(_Placed(info.codepoint, info.cluster, pen + position.x_offset, position.y_offset))
        pen += position.x_advance
    meaning, plain = _meaning(text, placed[::-1] if right_to_left else placed)
    meaning = tuple([known.setdefault(each, each) for each in meaning])
    strokes = _strokes(placed, pen, advance)
    level = len(strokes) == 1 and strokes[0][0] == 0
    return Shaped(text, pen, strokes, meaning, plain, strokes[0][1] if level else None)


def _meaning(text: str, placed: list[_Placed]) -> tuple[tuple[tuple[int, str], ...], bool]:
    """Gives each glyph its characters. Plain if every cluster is one glyph."""
    if [glyph.cluster for glyph in placed] == list(range(len(text))):
        return tuple(zip([glyph.glyph for glyph in placed], text, strict=True)), True
    clusters = [*sorted({glyph.cluster for glyph in placed}), len(text)]
    ends = dict(pairwise(clusters))
    seen: set[int] = set()
    meaning, plain = [], True
    for glyph in placed:
        first = glyph.cluster not in seen
        plain = plain and first
        characters = text[glyph.cluster : ends[glyph.cluster]] if first else ""
        seen.add(glyph.cluster)
        meaning.append((glyph.glyph, characters))
    return tuple(meaning), plain


def _strokes(placed: list[_Placed], width: int, advance: Callable[[int], int]) -> tuple[tuple[int, str], ...]:
    """Writes hexadecimal glyph numbers with moves between them; one run for each height."""
    runs: list[tuple[int, list[str]]] = []
    pen, text_open = 0, False
    for glyph in placed:
        if not runs or runs[-1][0] != glyph.rise:
            text_open = _close(runs, text_open)
            runs.append((glyph.rise, []))
        code = runs[-1][1]
        if glyph.left != pen:
            text_open = _close(runs, text_open)
            code.append(str(pen - glyph.left))
        code.append(f"{glyph.glyph:04X}" if text_open else f"<{glyph.glyph:04X}")
        text_open = True
        pen = glyph.left + advance(glyph.glyph)
    _close(runs, text_open)
    if pen != width and runs:
        runs[-1][1].append(str(pen - width))
    return tuple((rise, "".join(code)) for rise, code in runs)


def _close(runs: list[tuple[int, list[str]]], text_open: bool) -> bool:
    if text_open:
        runs[-1][1].append(">")
    return False
