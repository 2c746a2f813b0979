"""Where the characters of a document stand in the decoded file: lines, columns and edits."""

from __future__ import annotations

from html import escape

from citebound.compliance.line_starts import line_of, line_starts
from citebound.model import Document, Edit
from citebound.rules import Replacement

_FAR = 8  # characters of the text; references do not stand in long rows
_ESCAPED = ("text/html", "application/xhtml+xml", "application/xml", "text/xml")


class Positions:
    """The lines of one document's decoded file; their index is made when the first one is asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @property
    def _file(self) -> str:
        return self._document.text if self._document.source is None else self._document.source

    def line_and_column(self, offset: int) -> tuple[int | None, int | None]:
        """Returns line and column, from 1, of a character of `document.text`; None where they are not known."""
        source = self._document.source_offset(offset)
        source = self._behind(offset) if source is None else source
        return (None, None) if source is None else self.in_file(source)

    def _behind(self, offset: int) -> int | None:
        """Where a character written as a reference (`&lt;`) stands: right behind the last one that has a place."""
        for back in range(1, min(_FAR, offset) + 1):
            before = self._document.source_offset(offset - back)
            if before is not None:
                return before + 1
        return None

    def in_file(self, offset: int) -> tuple[int, int]:
        """Returns line and column, from 1, of a character of the decoded file."""
        line = line_of(self._file, offset)
        return line, offset - line_starts(self._file)[line - 1] + 1

    def offset_of(self, line: int, column: int) -> int:
        """Returns the offset in the decoded file of a line and column, from 1."""
        return line_starts(self._file)[line - 1] + column - 1

    def edit(self, replacement: Replacement) -> Edit | None:
        """Returns the edit of the decoded file, or None where the place is not known character for character."""
        if replacement.start == replacement.end:
            start = end = self._insertion(replacement.start)
        else:
            start = self._document.source_offset(replacement.start)
            end = self._after(replacement.end)
        if start is None or end is None or not self._same(replacement, start, end):
            return None
        return Edit(start=start, end=end, replacement=self._written(replacement.replacement))

    def _insertion(self, offset: int) -> int | None:
        at = self._document.source_offset(offset) if offset < len(self._document.text) else None
        return at if at is not None else self._after(offset)

    def _after(self, offset: int) -> int | None:
        before = self._document.source_offset(offset - 1) if offset else None
        return None if before is None else before + 1

    def _same(self, replacement: Replacement, start: int, end: int) -> bool:
        file = self._document.source
        return file is None or file[start:end] == self._document.text[replacement.start : replacement.end]

    def _written(self, words: str) -> str:
        """Words as they are written in a file of this type."""
        if self._document.source is None or self._document.media_type not in _ESCAPED:
            return words
        return escape(words, quote=False)
