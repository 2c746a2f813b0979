"""Places for the characters of right-to-left words, so that text extraction gives them back in their order.

The glyphs of such words are joined, marked and moved, and stand in another order than the characters that they mean.
So each character is told by a stand-in, a blank with that character as its text (ActualText: ISO 32000-1, 14.9.4).
What programs extract hangs on the places of the blanks: poppler takes a line from left to right, turns round what it
takes for right-to-left words, and leaves numbers and other words where they are. The stand-ins stand so that this
gives the words as they are read; where a sign between two directions could go with either, a directional mark
(Unicode, UAX #9, 2.6), which is not seen, keeps it in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import bidirectional

from citebound_hooks.briefing.setting.bidi import RIGHT_TO_LEFT

LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
_AS_WORDS = frozenset({"L", "EN", "AN", "ES", "ET", "CS"})
_ATTACHED = frozenset({"NSM", "BN"})


class StandIn(NamedTuple):
    """What a blank stands for: a character, or a mark of direction after it.

    Attributes:
        of: The number of the character among those of the stretch.
    """

    text: str
    of: int


def from_left(text: str, *, leftwards: bool = False, more: bool = False) -> list[StandIn]:
    """Returns the stand-ins of a stretch of one line, from left to right.

    Args:
        text: The stretch, in the order of reading.
        leftwards: True on a page of mostly right-to-left letters; the stretch must be the whole line then.
        more: True if the line goes on behind the stretch.
    """
    return _from_right(text)[::-1] if leftwards else _from_left(text, more)


def balance(text: str) -> int:
    """Returns how many more letters of a text run from left to right than from right to left."""
    kinds = [bidirectional(character) for character in text]
    return kinds.count("L") - sum(kind in RIGHT_TO_LEFT for kind in kinds)


def _from_left(text: str, more: bool) -> list[StandIn]:
    """Turns right-to-left words round, each up to the next number or left-to-right letter."""
    found: list[StandIn] = []
    at = 0
    while at < len(text):
        if not _is_right_to_left(text[at]):
            found.append(StandIn(text[at], at))
            at += 1
            continue
        end = at
        last = at
        while end < len(text) and not is_left_to_right(text[end]):
            last = end if _is_right_to_left(text[end]) else last
            end += 1
        after = _attached(text, last + 1)
        if after > last + 1:
            found.append(StandIn(RIGHT_TO_LEFT_MARK, last))
        found += [StandIn(text[place], place) for place in reversed(range(at, after))]
        if after < end or (after == len(text) and more):
            found.append(StandIn(LEFT_TO_RIGHT_MARK, after - 1))
        at = after
    return found


def _from_right(text: str) -> list[StandIn]:
    """Keeps left-to-right words and numbers in their order, each up to the next right-to-left letter."""
    found: list[StandIn] = []
    at = 0
    while at < len(text):
        if not is_left_to_right(text[at]):
            found.append(StandIn(text[at], at))
            at += 1
            continue
        end = at
        last = at
        while end < len(text) and not _is_right_to_left(text[end]):
            last = end if is_left_to_right(text[end]) else last
            end += 1
        after = _attached(text, last + 1)
        if after > last + 1:
            found.append(StandIn(LEFT_TO_RIGHT_MARK, last))
        found += [StandIn(text[place], place) for place in reversed(range(at, after))]
        if after < end:
            found.append(StandIn(RIGHT_TO_LEFT_MARK, after - 1))
        at = after
    return found


def _is_right_to_left(character: str) -> bool:
    return bidirectional(character) in RIGHT_TO_LEFT


def is_left_to_right(character: str) -> bool:
    """Tells whether text extraction takes a character for one that runs from left to right."""
    return bidirectional(character) in _AS_WORDS and not character.isspace()


def _attached(text: Sequence[str], at: int) -> int:
    """Returns the end of the marks that belong to the letter before."""
    while at < len(text) and bidirectional(text[at]) in _ATTACHED:
        at += 1
    return at
