"""Puts the desk's own fields into a record, beside what the page says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from citebound.dates import parse_date
from citebound.errors import UsageError
from citebound.lists import listed
from citebound.model import Date, Field, Fields, SourceRecord, SuppliedField
from citebound.wrong_values import nearest

DATES = frozenset({"publication_date", "accessed", "last_updated"})
LISTS = frozenset({"countries", "topics"})


def supply(record: SourceRecord, supplied: Sequence[SuppliedField]) -> SourceRecord:
    """Returns the record with the supplied fields; each keeps what the page says in `Field.page`.

    Raises:
        UsageError: If there is no such field, or its value is no date where one is wanted.
    """
    changes: dict[str, Any] = {}
    for item in supplied:
        name = _known(item)
        if name == "authors":
            names = [part.strip() for part in item.value.split(";") if part.strip()]
            changes[name] = _authors(names, item, record.fields.authors)
        else:
            changes[name] = _field(_value(name, item), item.value, item, getattr(record.fields, name))
    return replace(record, fields=replace(record.fields, **changes)) if changes else record


def field_named(name: str) -> str | None:
    """Returns the field that people mean by a name (`author`, `publication-date`); None if there is none."""
    name = name.strip().lower().replace("-", "_")
    name = {"author": "authors", "date": "publication_date", "country": "countries"}.get(name, name)
    return name if name in Fields.__struct_fields__ else None


def _known(item: SuppliedField) -> str:
    name = field_named(item.field)
    if name is None:
        hint = nearest(item.field, Fields.__struct_fields__)
        raise UsageError(f"{item.by}: there is no field {item.field!r}; {hint}")
    return name


def _authors(names: Sequence[str], item: SuppliedField, page: Sequence[Field[str]]) -> tuple[Field[str], ...]:
    """The supplied authors, each beside the page's one; the last of them beside all that are left."""
    last = len(names) - 1
    beside = [*page[:last], _together(page[last:])] if names else []
    return tuple(
        _field(name, name, item, beside[number] if number < len(beside) else None)
        for number, name in enumerate(names)
    )


def _together(authors: Sequence[Field[str]]) -> Field[str] | None:
    if len(authors) < 2:
        return authors[0] if authors else None
    return Field(
        "; ".join(each.value for each in authors), "; ".join(each.raw for each in authors), None, "page"
    )


def _value(name: str, item: SuppliedField) -> Any:
    if name in LISTS:
        return listed(item.value)
    return date_in(item.value, _said(item)) if name in DATES else item.value.strip()


def _said(item: SuppliedField) -> str:
    """Where the desk said it: `--accessed` names its field already."""
    return item.by if item.by == f"--{item.field}" else f"{item.by}: {item.field}"


def date_in(words: str, place: str) -> Date:
    """Returns the date that the desk wrote.

    Args:
        words: As it was written.
        place: Where, for the message.

    Raises:
        UsageError: If it is no date.
    """
    date = parse_date(words.strip())
    if date is None or date.iso is None:
        raise UsageError(f"{place}: {words!r} is no date; write it as 2024-03-24 or 24 March 2024")
    return date


def _field(value: Any, raw: str, item: SuppliedField, page: Field[Any] | None) -> Field[Any]:
    """A supplied field; its locator says where the desk supplied it."""
    return Field(value=value, raw=raw, span=None, locator=item.by, supplied=True, page=page)
