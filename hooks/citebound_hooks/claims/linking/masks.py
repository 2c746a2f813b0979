"""Where inline citations stand, with their brackets: no part of what anybody says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citebound.model import Span
from citebound_hooks.claims.passages import Masks

_BRACKETS = {"(": ")", "[": "]"}
_PARAGRAPH = re.compile(r"\n\s{0,9}\n")  # a blank line: no bracket runs over it
_NOTE = re.compile(r"\[(?<=\S\[)\^?\d{1,3}\]")
_REACH = 400  # characters that one pair of brackets with several citations may span to either side


def masks_of(text: str, brackets: Iterable[tuple[int, int]]) -> Masks:
    """Returns the stretches that the brackets of inline citations and the marks of footnotes take up."""
    notes = [match.span() for match in _NOTE.finditer(text)] if "[" in text else []
    return Masks([*brackets, *notes])


def brackets_around(text: str, span: Span) -> tuple[int, int]:
    """Returns the offsets of the brackets around a span, both included; the span's own if there are none."""
    for opening, closing in _BRACKETS.items():
        low = text.rfind(opening, max(0, span.start - _REACH), span.start)
        high = text.find(closing, span.end, span.end + _REACH)
        if low >= 0 and high >= 0:
            before, after = text[low : span.start], text[span.end : high]
            if closing not in before and not _PARAGRAPH.search(before) and not _PARAGRAPH.search(after):
                return low, high + 1
    return span.start, span.end
