"""Spans: exact places in a document's text."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A place in `document.text` with the words that stand there.

    Offsets count Unicode code points, `end` is exclusive, and `text[start:end] == exact` always: the
    TextPositionSelector and TextQuoteSelector of the W3C Web Annotation Data Model.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last character.
        exact: The words themselves, never changed.
        page: Page number from 1, only for paged sources.
    """

    start: int
    end: int
    exact: str
    page: int | None = None

    def __lt__(self, other: Span) -> bool:
        """Spans sort by their place; the same place may come from two fields."""
        return (self.start, self.end) < (other.start, other.end)

    def overlaps(self, other: Span) -> bool:
        """Tells whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tells whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end
