"""The order of mixed left-to-right and right-to-left text: the Unicode Bidirectional Algorithm (UAX #9).

Explicit controls are not obeyed (they can make a line read as what it does not say; they are shown visibly
instead), so what remains are the rules P2-P3, W1-W7, N1-N2, I1-I2 and L2; quotations and links are isolates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from unicodedata import bidirectional

RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = frozenset({"L", "R", "AL"})
OBJECT = "\ufffc"
CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BLOCKS = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "BN", ""})


def has_right_to_left(text: str) -> bool:
    """Tells whether a text holds any right-to-left letter. Quick for ASCII."""
    return not text.isascii() and any(bidirectional(c) in RIGHT_TO_LEFT for c in _BLOCKS.findall(text))


def has_direction(text: str) -> bool:
    """Tells whether a text holds any letter with a direction of its own."""
    return any(bidirectional(character) in _STRONG for character in text)


def base_level(text: str) -> int:
    """Returns 1 if the first strong character is a right-to-left one, else 0 (P2, P3)."""
    for character in text:
        kind = bidirectional(character)
        if kind in _STRONG:
            return int(kind in RIGHT_TO_LEFT)
    return 0


def main_level(text: str) -> int:
    """Returns 1 if most letters run from right to left: a label of ours before a quotation does not turn it round.

    Of as many letters of either direction the first decides.
    """
    if not has_right_to_left(text):
        return 0
    kinds = [bidirectional(character) for character in text]
    more = sum(kind in RIGHT_TO_LEFT for kind in kinds) - kinds.count("L")
    return int(more > 0) if more else base_level(text)


def levels(text: str, base: int) -> list[int]:
    """Returns the embedding level of each character of a paragraph."""
    kinds = [_kind(character) for character in text]
    edge = "R" if base else "L"
    _weak(kinds, edge)
    _neutral(kinds, edge)
    return [_level(kind, base) for kind in kinds]


def isolated_levels(text: str, base: int, isolates: Sequence[tuple[int, int]]) -> list[int]:
    """Returns the levels of a paragraph with stretches that do not act on the text around them (X5a to X5c, X6a).

    Args:
        text: The paragraph.
        base: Its own level.
        isolates: Begin and end of each stretch, in order, none inside another.
    """
    outer, at = [], 0
    for start, end in isolates:
        outer += [text[at:start], OBJECT]
        at = end
    around = iter(levels("".join([*outer, text[at:]]), base))
    found: list[int] = []
    at = 0
    for start, end in isolates:
        found += [next(around) for _ in range(start - at)]
        next(around)
        found += _isolate(text[start:end], base)
        at = end
    return found + list(around)


def _isolate(text: str, base: int) -> list[int]:
    own = min(main_level(text), base_level(text))  # a name does not turn our own words round, first or last
    embedded = base + 1 if (base + 1) % 2 == own else base + 2
    return [level + embedded - own for level in levels(text, own)]


def _kind(character: str) -> str:
    kind = bidirectional(character)
    return kind if kind not in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"} else "BN"


def _level(kind: str, base: int) -> int:
    if base == 0:
        return {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
    return {"L": 2, "AN": 2, "EN": 2}.get(kind, 1)


def _weak(kinds: list[str], edge: str) -> None:
    """Rules W1 to W7."""
    before = edge
    for at, kind in enumerate(kinds):
        if kind in {"NSM", "BN"}:
            kinds[at] = before
        before = kinds[at]
    strong = edge
    for at, kind in enumerate(kinds):
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    _separators(kinds)
    _terminators(kinds)
    strong = edge
    for at, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _separators(kinds: list[str]) -> None:
    """Rule W4: a separator between two numbers of one kind is part of the number."""
    for at in range(1, len(kinds) - 1):
        left, here, right = kinds[at - 1], kinds[at], kinds[at + 1]
        if left == right and ((here == "CS" and left in {"EN", "AN"}) or (here == "ES" and left == "EN")):
            kinds[at] = left


def _terminators(kinds: list[str]) -> None:
    """Rules W5 and W6: signs beside a number belong to it, all others are neutral."""
    at = 0
    for kind, run in groupby(list(kinds)):
        length = len(list(run))
        if kind == "ET":
            beside = kinds[at - 1 : at] + kinds[at + length : at + length + 1]
            kinds[at : at + length] = ["EN" if "EN" in beside else "ON"] * length
        at += length
    kinds[:] = ["ON" if kind in {"ES", "CS"} else kind for kind in kinds]


def _neutral(kinds: list[str], edge: str) -> None:
    """Rules N1 and N2: neutrals take the direction around them, else that of the paragraph."""
    at, before = 0, edge
    while at < len(kinds):
        if kinds[at] not in _NEUTRAL:
            before = "L" if kinds[at] == "L" else "R"
            at += 1
            continue
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        after = edge if end == len(kinds) else "L" if kinds[end] == "L" else "R"
        kinds[at:end] = [before if before == after else edge] * (end - at)
        at = end


def visual_order(line: Sequence[int]) -> list[int]:
    """Returns the places of a line's items from left to right, given their levels (L2)."""
    order = list(range(len(line)))
    for level in range(max(line, default=0), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and line[order[end]] >= level:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = max(end, at + 1)
    return order
