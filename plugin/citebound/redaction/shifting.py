"""The redacted text, and where places of the original stand in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from citebound.model import RedactedPlace, Span
from citebound.redaction.places import Hidden


class Shift:
    """Moves offsets of the original text to the redacted one.

    Args:
        original: The whole text.
        hidden: Its hidden places, in order, apart from each other.
        mark: What stands in the place of each.

    Attributes:
        hidden: The places.
        text: The redacted text.
    """

    def __init__(self, original: str, hidden: Sequence[Hidden], mark: str) -> None:
        self.hidden, self._mark = hidden, mark
        self._starts = [place.start for place in hidden]
        self._ends = [place.end for place in hidden]
        lost = (len(mark) - (place.end - place.start) for place in hidden)
        self._moved = [0, *accumulate(lost)]
        self.text = self._redacted(original)

    def _redacted(self, original: str) -> str:
        pieces, at = [], 0
        for place in self.hidden:
            pieces += [original[at : place.start], self._mark]
            at = place.end
        return "".join([*pieces, original[at:]])

    @property
    def places(self) -> tuple[RedactedPlace, ...]:
        """The marks in the redacted text."""
        starts = [self.start(place.start) for place in self.hidden]
        return tuple(
            RedactedPlace(start=start, end=start + len(self._mark), kind=place.kind)
            for start, place in zip(starts, self.hidden, strict=True)
        )

    def start(self, offset: int) -> int:
        """Moves the start of a place; one inside hidden words goes to the start of their mark."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and offset < self._ends[at]:
            return self._starts[at] + self._moved[at]
        return offset + self._moved[at + 1]

    def end(self, offset: int) -> int:
        """Moves the end of a place; one inside hidden words goes to the end of their mark."""
        at = bisect_left(self._starts, offset) - 1
        if at >= 0 and offset <= self._ends[at]:
            return self._ends[at] + self._moved[at + 1]
        return offset + self._moved[at + 1]

    def touches(self, span: Span) -> bool:
        """Tells whether any of the span's words are hidden."""
        at = bisect_right(self._ends, span.start)
        return at < len(self.hidden) and self._starts[at] < span.end

    def span(self, span: Span) -> Span:
        """Moves a span; where it meets hidden words, it takes in the whole mark."""
        start, end = self.start(span.start), self.end(span.end)
        return Span(start, end, self.text[start:end], span.page)
