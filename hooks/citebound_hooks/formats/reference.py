"""A source record as plain values, for the formats of reference managers.

The publisher stays the publisher: who hosts the copy never takes its place. Of a republished copy, the
formats say the publisher once more as the *original* publisher and name the republisher apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from citebound.formats import Given
from citebound.model import Date, Field, SourceRecord

_WORD = re.compile(r"[a-z0-9]+")
_ARTICLES = frozenset({"the", "a", "an", "le", "la", "les", "el", "los", "der", "die", "das"})


class Reference(NamedTuple):
    """The values of a record; empty where the page does not say.

    Attributes:
        key: A name for the entry, of publisher, year and title: the same record always has the same.
        republisher: Who hosts the copy, where that is not the publisher.
    """

    key: str
    title: str
    authors: tuple[str, ...]
    publisher: str
    republisher: str
    published: Date | None
    symbol: str
    series: str
    volume: str
    issue: str
    url: str
    original_url: str
    accessed: Date | None
    language: str
    countries: tuple[str, ...]
    topics: tuple[str, ...]
    rights: str
    disclaimer: str
    cite_as: str

    @property
    def in_issue(self) -> bool:
        """Whether it is an article in an issue of a series."""
        return bool(self.series and (self.volume or self.issue))


def reference_of(record: SourceRecord) -> Reference:
    """Returns the plain values of a record."""
    fields = record.fields
    publisher, republisher = _text(fields.publisher), _text(fields.republisher)
    published = fields.publication_date.value if fields.publication_date else None
    return Reference(
        key=_key(publisher, published, _text(fields.title)),
        title=_text(fields.title),
        authors=tuple(_text(author) for author in fields.authors),
        publisher=publisher,
        republisher="" if republisher == publisher else republisher,
        published=published,
        symbol=_text(fields.symbol),
        series=_text(fields.series),
        volume=_text(fields.volume),
        issue=_text(fields.issue),
        url=_text(fields.url),
        original_url=_text(fields.original_url),
        accessed=fields.accessed.value if fields.accessed else None,
        language=_text(fields.language),
        countries=fields.countries.value if fields.countries else (),
        topics=fields.topics.value if fields.topics else (),
        rights=_text(fields.copyright_notice),
        disclaimer=_text(fields.disclaimer),
        cite_as=_text(fields.cite_as),
    )


def references_of(given: Sequence[Given]) -> list[Reference]:
    """Returns the plain values of several records, no key twice: `rook2021salt`, `rook2021salt-2`."""
    seen: Counter[str] = Counter()
    references = []
    for each in given:
        reference = reference_of(each.value)
        seen[reference.key] += 1
        number = seen[reference.key]
        references.append(reference._replace(key=f"{reference.key}-{number}") if number > 1 else reference)
    return references


def date_parts(date: Date) -> list[list[int]]:
    """Returns the known parts of a date, and of its end if it is a range: `[[2017, 3, 24]]`."""
    return [[int(part) for part in iso.split("-")] for iso in (date.iso, date.iso_end) if iso]


def _text(field: Field[Any] | None) -> str:
    return " ".join(str(field.value).split()) if field is not None else ""


def _key(publisher: str, published: Date | None, title: str) -> str:
    year = published.iso[:4] if published and published.iso else "nd"
    return f"{_first_word(publisher) or 'anon'}{year}{_first_word(title)}"


def _first_word(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return next((word for word in _WORD.findall(plain) if word not in _ARTICLES), "")
