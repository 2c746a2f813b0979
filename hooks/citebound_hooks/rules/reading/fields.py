"""The fields of a record, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from citebound.model import Date, Field, SourceRecord

_TEXTS = ("title", "authors", "publisher", "symbol", "series", "cite_as", "disclaimer", "copyright_notice")
_WORDS = {
    "authors": "author",
    "url": "address",
    "original_url": "original address",
    "cite_as": "cite-as line",
    "countries": "country",
    "topics": "topic",
}
_DATES = ("publication_date", "accessed", "last_updated")


class Named(NamedTuple):
    """A field with its name; of `authors` each author by itself."""

    name: str
    field: Field[Any]


def in_words(name: str) -> str:
    """Returns a field's name as a message says it: `publication date`, `author`."""
    return _WORDS.get(name) or name.replace("_", " ")


def text_fields(record: SourceRecord, names: tuple[str, ...] = _TEXTS) -> Iterator[Named]:
    """Yields the fields of some names, an author at a time, those that the desk supplied too."""
    for name in names:
        value = getattr(record.fields, name)
        for field in value if isinstance(value, tuple) else (value,):
            if field is not None:
                yield Named(name, field)


def date_fields(record: SourceRecord) -> Iterator[tuple[str, Field[Date]]]:
    """Yields the dates of a record."""
    for name in _DATES:
        field = getattr(record.fields, name)
        if field is not None:
            yield name, field
