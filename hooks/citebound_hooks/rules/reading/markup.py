"""What the markup of a page, or the properties of a file, say of one thing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from msgspec.structs import replace

from citebound.model import Document, Metadatum
from citebound_hooks.describe.evidence.markup import of_each_type
from citebound_hooks.rules.reading.lists import is_placeholder
from citebound_hooks.rules.reading.words import folded

DATES = (
    "citation_publication_date", "citation_date", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.date",
    "article:published_time", "jsonld:*.datepublished",
)  # fmt: skip
TITLES = ("citation_title", "dc.title", "dcterms.title", "og:title", "jsonld:*.headline")
AUTHORS = ("citation_author", "dc.creator", "dcterms.creator", "jsonld:*.author")


def stated(document: Document, names: tuple[str, ...]) -> Iterator[Metadatum]:
    """Yields the values that stand under one of the names, in the order of the file; those that say nothing left out.

    Characters that JSON-LD escapes twice (`&#8217;`) are read.

    Args:
        document: The document.
        names: The names; the asterisk in `jsonld:*.headline` stands for each type of article of schema.org.
    """
    yield from (datum for datum in _said(document, names) if not is_placeholder(datum.value))


def placeholders_in(document: Document, names: tuple[str, ...]) -> Iterator[Metadatum]:
    """Yields the values under one of the names that are placeholders."""
    yield from (datum for datum in _said(document, names) if is_placeholder(datum.value))


def _said(document: Document, names: tuple[str, ...]) -> Iterator[Metadatum]:
    wanted = _each(names)
    for datum in document.metadata:
        value = unescape(datum.value) if datum.name in wanted else ""
        if folded(value):
            yield replace(datum, value=value)


@lru_cache(maxsize=16)
def _each(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(each for name in names for each in of_each_type(name))
