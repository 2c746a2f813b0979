"""Lines to paragraphs: which line ends are the author's, and which only those of a narrow page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

# Widths at which mail programs, editors and converters break lines.
_NARROWEST, _WIDEST = 40, 120
_RAGGED = 8  # how much shorter than the width a full line may be, because words are not broken
_ENOUGH_LINE_ENDS = 3
_MOSTLY = 0.6
_TERMINAL = (".", "!", "?", ":", ";", ")", "”", '"', "»")


def wrap_width(runs: Sequence[Sequence[str]]) -> int | None:
    """Returns the width at which the lines of a text were broken; None if each line is a whole of its own.

    A broken line is as full as it can be: the first word of the next line would not have fitted. Where most line
    ends are like that, and no line is much longer than the others, the text was broken by a program.

    Args:
        runs: Lines without a blank line between them, run by run.
    """
    pairs = [pair for run in runs for pair in pairwise(run)]
    lengths = sorted(len(line) for line, _ in pairs)
    if len(lengths) < _ENOUGH_LINE_ENDS or lengths[int(len(lengths) * 0.8)] > _WIDEST:
        return None
    width = min(lengths[int(len(lengths) * 0.9)], _WIDEST)
    if width < _NARROWEST:
        return None
    full = sum(is_full(line, following, width) for line, following in pairs)
    return width if full >= _MOSTLY * len(pairs) else None


def is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line would not have fitted on the line."""
    word = following.split(None, 1)[0] if following.strip() else ""
    return len(line.rstrip()) + 1 + len(word) > width - _RAGGED


def continues(line: str, following: str, width: int | None) -> bool:
    """Whether a line end stands inside a paragraph.

    A comma ends no paragraph. Without a width (a short text, or one with whole paragraphs on a line) only that and a
    lower-case letter after a long line without a final mark tell.
    """
    if line.rstrip().endswith(","):
        return True
    if width is not None:
        return is_full(line, following, width)
    begins_low = following.lstrip()[:1].islower()
    return begins_low and _NARROWEST <= len(line) <= _WIDEST and not line.rstrip().endswith(_TERMINAL)
