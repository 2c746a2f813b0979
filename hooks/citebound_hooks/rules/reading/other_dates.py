"""Dates of publication that a page or an entry gives beside the record's."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.dates import parse_date
from citebound.model import Date, Document, Metadatum
from citebound_hooks.rules.reading.dates import year_of
from citebound_hooks.rules.reading.markup import stated

_OF_ENTRIES = ("bibtex:date", "bibtex:year", "ris:da", "ris:py", "ris:y1")
_TIMES = ("time:datetime",)


def other_years(document: Document, published: Date) -> Iterator[Metadatum]:
    """Yields the fields of an entry that give another year of publication than its date."""
    for datum in stated(document, _OF_ENTRIES) if document.entry is not None else ():
        date = parse_date(datum.value.strip("/"))
        year = year_of(date) if date else None
        if year is not None and year != year_of(published):
            yield datum


def swapped_days(document: Document, published: Date) -> Iterator[Metadatum]:
    """Yields the `<time>` elements that have day and month of the date of publication the wrong way round."""
    if published.precision != "day" or published.iso is None:
        return
    year, month, day = published.iso.split("-")
    if day == month:
        return
    for datum in stated(document, _TIMES):
        date = parse_date(datum.value)
        if date and date.iso == f"{year}-{day}-{month}":
            yield datum
