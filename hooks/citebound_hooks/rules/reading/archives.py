"""Archived copies named in a text, and what each is a copy of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from citebound.dates import date_of, find_dates
from citebound.model import Date, Document
from citebound_hooks.rules.reading.addresses import Archived, archived_addresses, archived_in
from citebound_hooks.rules.reading.references import ADDRESS

_LEAD = 500  # characters of a citation before its archived copy


class ArchivedCopy(NamedTuple):
    """An archived copy in a text.

    Attributes:
        start: Offset of its address.
        end: Offset after it.
        copy: What the address says.
        source: The address that is cited before it on the same line; None if it stands alone.
        date: The date of that citation.
    """

    start: int
    end: int
    copy: Archived
    source: str | None
    date: Date | None


def archived_copies(document: Document) -> Iterator[ArchivedCopy]:
    """Yields the archived copies of a text."""
    text = document.text
    for start, end, address in archived_addresses(text):
        copy = archived_in(address)
        if copy is not None:
            begin = max(text.rfind("\n", 0, start) + 1, start - _LEAD)
            yield ArchivedCopy(start, end, copy, *_cited_before(text[begin:start]))


def _cited_before(lead: str) -> tuple[str | None, Date | None]:
    """The last address of a line that is no archive's own, and the date of the citation that it is in."""
    cited = [match for match in ADDRESS.finditer(lead) if "archive" not in match.group()]
    if not cited:
        return None, None
    begin = cited[-2].end() if len(cited) > 1 else 0
    dates = [each for each in find_dates(lead, begin, cited[-1].start()) if each.parts.year is not None]
    last = dates[-1] if dates else None
    date = date_of(lead[last.start : last.end], last.parts, last.until) if last else None
    return cited[-1].group().rstrip(".,;:)]"), date if date and date.iso else None
