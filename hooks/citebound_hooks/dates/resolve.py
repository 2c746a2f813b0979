"""Resolves a date without a year against the publication date: something past, so never after it."""

from __future__ import annotations

from citebound.dates import DateParts, date_of
from citebound.model import Date, Document, SourceRecord


def publication(record: SourceRecord) -> DateParts:
    """Returns what is known of the publication date; nothing is if the record has none."""
    field = record.fields.publication_date
    return parts_of(field.value.iso if field else None)


def parts_of(iso: str | None) -> DateParts:
    """Returns the parts of an ISO date as the contract writes it; nothing of None."""
    return DateParts(*(int(part) for part in iso.split("-"))) if iso else DateParts()


def in_the_past(parts: DateParts, published: DateParts) -> DateParts:
    """Gives a date its missing year: the last one in which it does not lie after the publication.

    Without the month of the publication, or where the day did not exist in the last twelve months (29 February), the
    year stays missing.
    """
    if parts.year is not None or parts.month is None or published.year is None or published.month is None:
        return parts
    year = published.year - is_after(parts._replace(year=published.year), published)
    dated = parts._replace(year=year)
    return dated if dated.possible else parts


def range_in_the_past(
    parts: DateParts, until: DateParts | None, published: DateParts
) -> tuple[DateParts, DateParts | None]:
    """Gives both ends of a range their missing year; the range ends before the publication."""
    if until is None:
        return in_the_past(parts, published), None
    last = in_the_past(until, published)
    if parts.year is not None or last.year is None:
        return parts, last
    return parts._replace(year=last.year - (parts[1:] > last[1:])), last


def is_after(parts: DateParts, other: DateParts) -> bool:
    """Tells whether a date lies after another, as far as both are known."""
    for part, counterpart in zip(parts, other, strict=True):
        if part is None or counterpart is None:
            return False
        if part != counterpart:
            return part > counterpart
    return False


def resolved(
    document: Document, start: int, end: int, parts: DateParts, until: DateParts | None = None
) -> Date:
    """Makes the contract's date of parts, with its place."""
    span = document.span(start, end)
    date = date_of(span.exact, parts, until)
    return Date(raw=date.raw, iso=date.iso, iso_end=date.iso_end, precision=date.precision, span=span)
