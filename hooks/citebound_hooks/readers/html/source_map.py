"""Where the characters of the canonical text stand in the decoded file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import overload

from citebound.model import SourceSegment
from citebound_hooks.readers.html.alignment import Literal, aligned
from citebound_hooks.readers.html.canonical import Canonical
from citebound_hooks.readers.html.flow import Flow
from citebound_hooks.readers.html.folding import Stretch
from citebound_hooks.readers.html.text_runs import text_runs


class SourceMap(Sequence[SourceSegment]):
    """The map of a page's text, in its order; worked out when it is first asked for.

    It holds what the text nodes have literally from the file: entities, folded white space, raised
    figures and what the parser moved are left out.
    """

    def __init__(self, source: str, flow: Flow, made: Canonical) -> None:
        """Keeps what the map is made of.

        Args:
            source: The decoded file.
            flow: The words of the page.
            made: Its canonical text.
        """
        self._made_of = source, flow, made

    @cached_property
    def _segments(self) -> tuple[SourceSegment, ...]:
        source, flow, made = self._made_of
        del self._made_of  # it is many times larger than the map
        return tuple(_segments(flow, made, aligned(flow.texts, text_runs(source))))

    @overload
    def __getitem__(self, number: int) -> SourceSegment: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[SourceSegment, ...]: ...
    def __getitem__(self, number: int | slice) -> SourceSegment | tuple[SourceSegment, ...]:
        return self._segments[number]

    def __len__(self) -> int:
        return len(self._segments)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._segments == tuple(other)

    def __hash__(self) -> int:
        return hash(self._segments)

    def __reduce__(self) -> tuple[type[tuple[SourceSegment, ...]], tuple[tuple[SourceSegment, ...]]]:
        return tuple, (self._segments,)


def _segments(flow: Flow, made: Canonical, places: Sequence[Sequence[Literal]]) -> list[SourceSegment]:
    segments: list[SourceSegment] = []
    pieces: list[int] = []
    starts: list[int] = []
    for start, line in made.lines:
        if line.pieces is not pieces:  # the lines of one `pre` share theirs
            pieces, starts = line.pieces, _starts(flow, line.pieces)
        for stretch in line.stretches:
            _, raw, length = stretch
            number = bisect_right(starts, raw) - 1 if raw else 0
            while number < len(starts) and starts[number] < raw + length:
                piece = pieces[number]
                if piece >= 0 and piece not in flow.raised:
                    _append_common(segments, places[piece], starts[number], stretch, start)
                number += 1
    return segments


def _starts(flow: Flow, pieces: Sequence[int]) -> list[int]:
    """Returns where each piece begins in the joined texts; a separator is one character long."""
    if len(pieces) == 1:
        return [0]
    lengths = [len(flow.texts[piece]) if piece >= 0 else 1 for piece in pieces]
    return list(accumulate(lengths[:-1], initial=0))


def _append_common(
    segments: list[SourceSegment], literals: Sequence[Literal], begins: int, stretch: Stretch, line: int
) -> None:
    """Appends what a stretch of a line has in common with the literal parts of one of its pieces."""
    at, raw, size = stretch
    shift = line + at - raw
    for offset, place, length in literals:
        begin = begins + offset
        start = raw if raw > begin else begin
        end = min(raw + size, begin + length)
        if start < end:
            segments.append(SourceSegment(start + shift, end - start, place + start - begin))
