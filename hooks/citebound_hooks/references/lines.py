"""Line numbers of offsets."""

from __future__ import annotations

import re
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANKS = re.compile(r"[\s,]*")


class Lines:
    """The lines of a decoded file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def of(self, offset: int) -> int:
        """Returns the line of a character, from 1."""
        return bisect_right(self._starts, offset)

    def of_next_word(self, offset: int) -> int:
        """Returns the line of the next character that is neither blank nor a comma."""
        found = _BLANKS.match(self._text, offset)
        return self.of(found.end() if found else offset)
