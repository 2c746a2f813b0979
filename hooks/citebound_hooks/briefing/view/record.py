"""The source record, row by row: value, the words of the page, and their place."""

from __future__ import annotations

from typing import Any

from citebound.model import Date, Field, SourceRecord
from citebound_hooks.briefing.view.model import FieldRow

ORDER = (
    "title", "authors", "publisher", "republisher", "publication_date", "symbol", "series", "volume", "issue", "url",
    "original_url", "accessed", "last_updated", "cite_as", "disclaimer", "copyright_notice", "language", "countries",
    "topics",
)  # fmt: skip
ADDRESSES = ("url", "original_url")


def field_rows(record: SourceRecord) -> tuple[FieldRow, ...]:
    """Returns a row for each field that has a value, one for each author."""
    fields = record.fields
    found = [(key, field) for key in ORDER for field in _listed(getattr(fields, key))]
    return tuple(_row(key, field) for key, field in found if field is not None)


def _listed(found: Any) -> tuple[Field[Any] | None, ...]:
    return found if isinstance(found, tuple) else (found,)


def missing_fields(record: SourceRecord) -> tuple[str, ...]:
    """Returns the fields that the page does not give."""
    return tuple(key for key in ORDER if not getattr(record.fields, key))


def _row(key: str, field: Field[Any]) -> FieldRow:
    date = field.value if isinstance(field.value, Date) else None
    value = None if date else text_of(field.value)
    page = field.page
    return FieldRow(
        key=key, value=value, date=date, raw=field.raw if _differs(field.raw, value or "") else None,
        start=field.span.start if field.span else None, end=field.span.end if field.span else None,
        page=field.span.page if field.span else None, locator=field.locator, supplied=field.supplied,
        known=(field.locator or "").startswith("profile:"),
        page_value=page.raw if page is not None else None, address=key in ADDRESSES,
    )  # fmt: skip


def text_of(value: object) -> str:
    """Returns a value as text: a list with semicolons, a date as it is printed."""
    if isinstance(value, Date):
        return value.raw
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _differs(raw: str, value: str) -> bool:
    return raw.split() != value.split()
