"""References in the text of a page that say when their address was opened: `…, https://…, accessed 7 June 2019`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from citebound.dates import Printed, date_of, find_dates
from citebound.model import Date
from citebound_hooks.describe.cite_as_words import before_access
from citebound_hooks.rules.reading.references import ADDRESS, address_length
from citebound_hooks.rules.reading.words import folded

_ACCESSED = re.compile(
    rf"[\s>),.;\]]{{0,5}}{before_access()}(?=(?P<date>[^\[\]()\n;]{{4,40}}))", re.IGNORECASE
)
_BEFORE_A_TITLE = re.compile(r"[).,]{0,2}\s?[“\"«]")
_LEAD, _WORDS_AFTER_DATE = 400, 4


class ReferenceLine(NamedTuple):
    """A reference with the date on which its address was opened.

    Attributes:
        published: The date of the reference, where it stands right before the address or its title in quotation marks.
        accessed: The date of access, and where its words stand in the text.
        start: Offset of the date of access.
        end: Offset after it.
        place: Where the words of `published` stand.
    """

    published: Date | None
    accessed: Date
    start: int
    end: int
    place: tuple[int, int] | None


@lru_cache(maxsize=4)
def reference_lines(text: str) -> tuple[ReferenceLine, ...]:
    """Returns the references of a text with a date of access behind their address, in their order."""
    return tuple(_references(text)) if "http" in text else ()


def _references(text: str) -> Iterator[ReferenceLine]:
    begin = 0
    for address in ADDRESS.finditer(text):
        end = address.start() + address_length(address.group())
        accessed = _ACCESSED.match(text, end)
        lead = max(begin, text.rfind("\n", begin, address.start()) + 1, address.start() - _LEAD)
        begin = end
        if accessed is None:
            continue
        found = next(find_dates(text, *accessed.span("date")), None)
        if found is not None and found.parts.year is not None:
            source = _published(text, lead, address.start())
            published, place = (_date(text, source), (source.start, source.end)) if source else (None, None)
            yield ReferenceLine(published, _date(text, found), found.start, found.end, place)


def _published(text: str, start: int, end: int) -> Printed | None:
    dates = [each for each in find_dates(text, start, end) if each.parts.year is not None]
    if not dates:
        return None
    last = dates[-1]
    stands_before = len(folded(text[last.end : end])) <= _WORDS_AFTER_DATE
    return last if stands_before or _BEFORE_A_TITLE.match(text, last.end) else None


def _date(text: str, printed: Printed) -> Date:
    return date_of(text[printed.start : printed.end], printed.parts, printed.until)
