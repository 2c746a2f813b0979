"""Makes the field of a record from its words: text, a date, a list, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from citebound.model import Document
from citebound_hooks.describe.lists import list_field
from citebound_hooks.describe.names import author_fields
from citebound_hooks.describe.proof import Proof, date_field, part_of, text_field
from citebound_hooks.language.tags import language_tag

DATES = frozenset({"publication_date", "accessed", "last_updated"})
LISTS = frozenset({"countries", "topics"})
ADDRESSES = frozenset({"url", "original_url"})

# An address may be broken over two lines; the second part then fills its line, or the whole of what is left.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]{1,2000}(?:\s{0,3}\n\s{0,3}[^\s<>\"]{1,300}$)?", re.IGNORECASE
)


def make_field(
    name: str, proof: Proof, document: Document, day_first: bool | None = None
) -> Iterator[tuple[str, Any]]:
    """Yields the field `name` made of the words, if they hold one."""
    if name in DATES:
        yield name, date_field(proof, day_first)
    elif name in LISTS:
        yield name, list_field(proof)
    elif name == "authors":
        if authors := author_fields(document, proof):
            yield name, authors
    elif name in ADDRESSES:
        address = _ADDRESS.search(proof.raw)
        if address:
            end = address.start() + len(address.group().rstrip(".,;)]"))
            found = part_of(document, proof, address.start(), end)
            yield name, text_field(found, "".join(found.raw.split()))
    elif name == "language":
        if tag := language_tag(proof.value):
            yield name, text_field(proof, tag)
    else:
        yield name, text_field(proof)
