"""Where the characters of the canonical text stand in the decoded file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from citebound.model import SourceSegment
from citebound_hooks.readers.html.alignment import Literal, aligned
from citebound_hooks.readers.html.canonical import Canonical
from citebound_hooks.readers.html.flow import Flow
from citebound_hooks.readers.html.folding import Stretch
from citebound_hooks.readers.html.text_runs import TextRun


def source_map(runs: Sequence[TextRun], flow: Flow, made: Canonical) -> tuple[SourceSegment, ...]:
    """Returns the map of a page's text, in its order.

    It holds what the text nodes have literally from the file: entities, folded white space, raised
    figures and what the parser moved are left out.
    """
    return tuple(_mapped(made, flow, aligned(flow.texts, runs)))


def _mapped(made: Canonical, flow: Flow, places: Sequence[Sequence[Literal]]) -> Iterator[SourceSegment]:
    pieces: list[int] = []
    starts: list[int] = []
    for start, line in made.lines:
        if line.pieces is not pieces:  # the lines of one `pre` share theirs
            pieces, starts = line.pieces, _starts(flow, line.pieces)
        for stretch in line.stretches:
            _, raw, length = stretch
            number = bisect_right(starts, raw) - 1
            while number < len(starts) and starts[number] < raw + length:
                if pieces[number] >= 0 and pieces[number] not in flow.raised:
                    yield from _segments(places[pieces[number]], starts[number], stretch, start)
                number += 1


def _starts(flow: Flow, pieces: Sequence[int]) -> list[int]:
    """Returns where each piece begins in the joined texts; a separator is one character long."""
    starts: list[int] = []
    at = 0
    for piece in pieces:
        starts.append(at)
        at += len(flow.texts[piece]) if piece >= 0 else 1
    return starts


def _segments(
    literals: Sequence[Literal], begins: int, stretch: Stretch, line: int
) -> Iterator[SourceSegment]:
    at, raw, size = stretch
    shift = line + at - raw
    for offset, place, length in literals:
        begin = begins + offset
        start = max(raw, begin)
        end = min(raw + size, begin + length)
        if start < end:
            yield SourceSegment(start + shift, end - start, place + start - begin)
