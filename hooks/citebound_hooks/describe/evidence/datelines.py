"""Dates that open a report as news does: "GENEVA, 3 May 2019 –"."""

from __future__ import annotations

import re

from citebound.dates import Printed
from citebound_hooks.describe.lines import Line

_DATELINE = 60
_SENTENCE_END = (".", "?", "!", "|", "·", "•")
# The agency may stand between: "3 May 2019 (Coast Wire) –".
_AFTER_DATELINE = re.compile(
    r"\)(?P<dash>\s{0,2}[-–—:])?|\s{0,2}[-–—:]|\s{0,2}\([^()\n]{1,40}\)\s{0,2}(?:[-–—:]|\.)"
)
_WEEKDAY = re.compile(r"[^\W\d_]{3,12},?\s{0,3}$")


def opens_dateline(text: str, line: Line, printed: Printed) -> bool:
    """Tells whether a date opens a paragraph: "ABEOKUTA, 3 May 2019 –", "GENEVA (3 May 2019) –"."""
    following = _AFTER_DATELINE.match(text, printed.end, line.end)
    if following is None or printed.end - line.start > _DATELINE:
        return False
    if text[line.start] == "(" and not following.group().startswith(
        ")"
    ):  # "(Lomas, 3 May 1901 – Tarn, 9 June 1977)"
        return False
    in_brackets = text[line.start] == "(" or (
        following["dash"] is not None and _is_place(text[line.start : printed.start].rstrip(" ("))
    )
    opened = in_brackets or not following.group().startswith(")")
    return opened and (printed.start == line.start or not following.group().endswith("."))


def _is_place(words: str) -> bool:
    """Tells a name, in capitals, from words of a sentence."""
    return all(word[0].isupper() for word in words.split())


def is_dateline(text: str, line: Line, printed: Printed) -> bool:
    """Tells whether a date opens a paragraph, or closes one as a stamp."""
    if opens_dateline(text, line, printed):
        return True
    words = _WEEKDAY.sub("", text[max(line.start, printed.start - 40) : printed.start])
    return line.end - printed.end <= 1 and words.rstrip().endswith(_SENTENCE_END)
