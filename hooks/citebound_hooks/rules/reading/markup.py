"""What the markup of a page, or the properties of a file, say of one thing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from msgspec.structs import replace

from citebound.model import Document, Metadatum
from citebound_hooks.describe.evidence.markup import of_each_type
from citebound_hooks.rules.reading.words import folded


def stated(document: Document, names: tuple[str, ...]) -> Iterator[Metadatum]:
    """Yields the values with words that stand under one of the names, in the order of the file.

    Characters that JSON-LD escapes twice (`&#8217;`) are read.

    Args:
        document: The document.
        names: The names; the asterisk in `jsonld:*.headline` stands for each type of article of schema.org.
    """
    wanted = _each(names)
    for datum in document.metadata:
        value = unescape(datum.value) if datum.name in wanted else ""
        if folded(value):
            yield replace(datum, value=value)


@lru_cache(maxsize=16)
def _each(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(each for name in names for each in of_each_type(name))
