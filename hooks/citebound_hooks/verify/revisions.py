"""The revisions of a PDF: each time that something was appended to it (ISO 32000-2, 7.5.6)."""

from __future__ import annotations

import re

_END = re.compile(rb"startxref\s{1,9}(\d{1,12})\s{1,9}%%EOF")
_TABLE = re.compile(rb"\s{0,9}(?:xref|\d{1,9} \d{1,5} obj)\b")


def revisions_of(content: bytes) -> list[int]:
    """Returns where each revision ends; one for a file as it was rendered.

    An end counts if it names the place of a cross-reference table: the first end of a linearised file names none
    (annex F), nor does what only looks like an end in the words of an attachment.
    """
    ends: dict[int, int] = {}
    for end in _END.finditer(content):
        if _TABLE.match(content, int(end[1])):
            ends[int(end[1])] = end.end()
    return sorted(ends.values()) or [len(content)]
