"""What stands before the first word of a block's text: a list mark, a dateline."""

from __future__ import annotations

import re

_MARK = re.compile(r"(?:[-–—•*·▪◦‣►]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|[QA]:)\s{1,3}(?=\S)")
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_CAPITALS = rf"{_UPPER}{{2,}}(?:[\s'’.-]{{1,2}}{_UPPER}{{2,}}){{0,4}}"
_PLACE = rf"{_UPPER}[\w'’-]{{1,24}}(?:[\s-]{_UPPER}[\w'’-]{{1,24}}){{0,3}}"
_REST = r"(?:,\s[^,;()–—\n]{2,30}){0,3}"
_DATE = r"(?:,\s[^,;()–—\n]{2,30}){0,2},?\s(?:\w{3,10}\.?\s\d{1,2}|\d{1,2}\s\w{3,10}\.?)(?:,?\s\d{4})?"
_AGENCY = r"(?:\s\([^()\n]{2,40}\))"
_DASH = r"\s?(?:--|[–—]|-(?=\s))\s?"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}{_REST}{_AGENCY}?|{_PLACE}{_DATE}{_AGENCY}?|{_PLACE}{_REST}{_AGENCY}){_DASH}(?=\S)"
    rf"|\((?:{_CAPITALS}|{_PLACE}),\s[^()\n]{{3,40}}\d\)\s(?=\S)"
)


def text_start(text: str, start: int, end: int) -> int:
    """Returns where the text of a block begins, behind its list mark or its dateline."""
    for pattern in (_MARK, _DATELINE):
        lead = pattern.match(text, start, end)
        if lead is not None:
            return lead.end()
    return start
