"""The source record, row by row: value, the words of the page, and their place."""

from __future__ import annotations

import re
from typing import Any

from citebound.model import Date, Field, SourceRecord
from citebound_hooks.briefing.view.model import FieldRow

ORDER = (
    "title", "authors", "publisher", "republisher", "publication_date", "symbol", "series", "volume", "issue", "url",
    "original_url", "accessed", "last_updated", "cite_as", "disclaimer", "copyright_notice", "language", "countries",
    "topics",
)  # fmt: skip
_PDF_FILE = re.compile(r"https?://[^\s?]{1,2000}\.pdf(?:\?\S{0,500})?", re.IGNORECASE)
ADDRESSES = ("url", "original_url")


def field_rows(record: SourceRecord) -> tuple[FieldRow, ...]:
    """Returns a row for each field that has a value, one for each author."""
    fields = record.fields
    found = [(key, field) for key in ORDER for field in _listed(getattr(fields, key))]
    mark = _mark_of(record)
    return tuple(_row(key, field, mark) for key, field in found if field is not None)


def _mark_of(record: SourceRecord) -> str | None:
    """Returns what stands for hidden words: an address that holds it leads nowhere."""
    redacted = record.handling.redacted if record.handling else None
    return redacted.mark if redacted else None


def _listed(found: Any) -> tuple[Field[Any] | None, ...]:
    return found if isinstance(found, tuple) else (found,)


def missing_fields(record: SourceRecord) -> tuple[str, ...]:
    """Returns the fields that the page does not give."""
    return tuple(key for key in ORDER if not getattr(record.fields, key))


def pdf_address(record: SourceRecord) -> str | None:
    """Returns the address under which a PDF source stands as a file; `#page=4` behind it opens its page (RFC 8118)."""
    if record.document.media_type != "application/pdf":
        return None
    found = (record.fields.url, record.fields.original_url)
    addresses = (field.value.partition("#")[0] for field in found if field is not None)
    mark = _mark_of(record)
    return next(
        (each for each in addresses if _PDF_FILE.fullmatch(each) and not (mark and mark in each)), None
    )


def _row(key: str, field: Field[Any], mark: str | None) -> FieldRow:
    date = field.value if isinstance(field.value, Date) else None
    value = None if date else text_of(field.value)
    page = field.page
    return FieldRow(
        key=key, value=value, date=date, raw=field.raw if _differs(field.raw, value or "") else None,
        start=field.span.start if field.span else None, end=field.span.end if field.span else None,
        page=field.span.page if field.span else None, locator=field.locator, supplied=field.supplied,
        known=(field.locator or "").startswith("profile:"),
        page_value=page.raw if page is not None else None,
        address=key in ADDRESSES and not (mark and mark in field.value),
    )  # fmt: skip


def text_of(value: object) -> str:
    """Returns a value as text: a list with semicolons, a date as it is printed."""
    if isinstance(value, Date):
        return value.raw
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _differs(raw: str, value: str) -> bool:
    return raw.split() != value.split()
