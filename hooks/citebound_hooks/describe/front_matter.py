"""The front matter of a Markdown manuscript: `key: value` lines between two lines of three hyphens.

Read is what such a record needs of YAML: plain and quoted words, `[a, b]`, and items behind hyphens.
Everything else (anchors, nested tables, folded blocks) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from citebound.model import Field, Fields
from citebound_hooks.describe.fields import LISTS, make_field
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import proof_at

_OPENING = re.compile(r"---[ \t]{0,20}\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]{0,20}$", re.MULTILINE)
_KEY = re.compile(r"^([A-Za-z][\w-]{0,40})[ \t]{0,20}:(?=[ \t]|\r?$)", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]{0,20}-[ \t]{1,20}(?=\S)", re.MULTILINE)
_LISTED = re.compile(r"\s{0,20}(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}')|[^,\n]{1,500}")
_LONGEST = 20_000
_NAMES = {
    "author": "authors",
    "date": "publication_date",
    "published": "publication_date",
    "country": "countries",
    "keywords": "topics",
    "tags": "topics",
    "lang": "language",
    "citation": "cite_as",
    "updated": "last_updated",
    "copyright": "copyright_notice",
}


class Place(NamedTuple):
    """`text[start:end]`."""

    start: int
    end: int


def front_matter(text: str) -> Place | None:
    """Returns where the lines between the two lines of hyphens stand; None if the text does not begin so."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST) if opening else None
    return Place(opening.end(), closing.start()) if opening and closing else None


def front_matter_record(page: Page, found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yields the fields that the front matter names, by their own names or usual ones such as `date`."""
    place = front_matter(page.text)
    if place is None:
        return
    keys = list(_KEY.finditer(page.text, *place))
    ends = [*(key.start() for key in keys[1:]), place.end]
    for key, end in zip(keys, ends, strict=True):
        name = key[1].lower().replace("-", "_")
        name = _NAMES.get(name, name)
        if name in Fields.__struct_fields__:
            yield from _field(page, name, Place(key.end(), end))


def _field(page: Page, name: str, value: Place) -> Iterator[tuple[str, Any]]:
    items = list(_items(page.text, value))
    if name == "authors" and len(items) > 1:
        fields = [field for item in items for field in _field(page, name, item)]
        yield name, tuple(author for _, authors in fields for author in authors)
        return
    whole = items[0] if len(items) == 1 else value
    proof = proof_at(page.document, *_unquoted(page.text, whole))
    if proof is not None and name in LISTS and len(items) > 1:
        values = (page.text[slice(*_unquoted(page.text, item))] for item in items)
        yield name, Field(tuple(value for value in values if value), proof.raw, proof.span, None)
    elif proof is not None:
        yield from make_field(name, proof, page.document, page.day_first)


def _items(text: str, value: Place) -> Iterator[Place]:
    """Yields the items of a list, or the whole value."""
    hyphens = list(_ITEM.finditer(text, *value))
    if hyphens:
        ends = [*(hyphen.start() for hyphen in hyphens[1:]), value.end]
        yield from (Place(hyphen.end(), end) for hyphen, end in zip(hyphens, ends, strict=True))
        return
    start, end = _trimmed(text, value)
    if text[start : start + 1] == "[" and text[end - 1 : end] == "]":
        for item in _LISTED.finditer(text, start + 1, end - 1):
            yield Place(item.start(), item.end())
        return
    yield Place(start, end)


def _unquoted(text: str, value: Place) -> Place:
    start, end = _trimmed(text, value)
    quoted = end - start > 1 and text[start] in "\"'" and text[end - 1] == text[start]
    return Place(start + 1, end - 1) if quoted else Place(start, end)


def _trimmed(text: str, value: Place) -> Place:
    start, end = value
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Place(start, end)
