"""The record in the front matter of a Markdown manuscript: `key: value` lines of YAML, `key = value` lines of TOML.

Read is what such a record needs: plain and quoted words, `[a, b]`, and items behind hyphens. Everything else
(anchors, nested tables, folded blocks) is left alone.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from citebound.model import Field, Fields
from citebound_hooks.describe.fields import LISTS, make_field
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import proof_at
from citebound_hooks.readers.markdown.front_matter import FrontMatter, front_matter

_KEY = {
    "yaml": re.compile(r"^([A-Za-z][\w-]{0,40})[ \t]{0,20}:(?=[ \t]|\r?$)", re.MULTILINE),
    "toml": re.compile(r"^([A-Za-z][\w-]{0,40})[ \t]{0,20}=", re.MULTILINE),
}
_TABLE = re.compile(r"^\[", re.MULTILINE)
_TOML_LINE = re.compile(r"\s\(at line (\d{1,6}), column \d{1,6}\)")
_COMMENT = re.compile(r"[ \t]{1,80}#[^\n]*$")
_PAIRS = {"[": "]", "{": "}", '"': '"', "'": "'"}
_ITEM = re.compile(r"^[ \t]{0,20}-[ \t]{1,20}(?=\S)", re.MULTILINE)
_NAME = re.compile(r"name[ \t]{0,20}:[ \t]{1,20}(?P<name>[^\n]{1,500})")
_LISTED = re.compile(r"\s{0,20}(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}')|[^,\n]{1,500}")
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


class Value(NamedTuple):
    """A key of the front matter and where its value stands."""

    name: str
    place: Place


def front_matter_record(page: Page, found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yields the fields that the front matter names, by their own names or usual ones such as `date`."""
    front = front_matter(page.text)
    for key, place in _values(page.text, front) if front else ():
        name = key.lower().replace("-", "_")
        name = _NAMES.get(name, name)
        if name in Fields.__struct_fields__ and not _is_open(page.text, place):
            yield from _field(page, name, place)


class Fault(NamedTuple):
    """What is wrong with a front matter, in words, and where: `text[start:end]`."""

    words: str
    start: int
    end: int


def fault_in_front_matter(text: str) -> Fault | None:
    """Returns the first thing that is wrong with the front matter; None if nothing is, or there is none."""
    front = front_matter(text)
    if front is None:
        return None
    if not front.is_closed:
        return Fault("is opened on the first line and never closed", 0, 3)
    if front.form == "toml":
        return _fault_of_toml(text, front)
    for key, place in _values(text, front):
        if _is_open(text, place):
            words = f"opens a list or quotation at “{key}” and does not close it"
            return Fault(words, *_trimmed(text, place))
    return None


def _fault_of_toml(text: str, front: FrontMatter) -> Fault | None:
    try:
        tomllib.loads(text[front.start : front.end].replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        line = _TOML_LINE.search(str(error))
        start = _start_of_line(text, front.start, int(line[1])) if line else 0
        end = text.find("\n", start)
        return Fault(
            f"is no TOML: {str(error)[: line.start()] if line else error}", start, max(end, start + 1)
        )
    return None


def _start_of_line(text: str, start: int, number: int) -> int:
    for _ in range(number - 1):
        start = text.find("\n", start) + 1
    return start


def _values(text: str, front: FrontMatter) -> Iterator[Value]:
    table = _TABLE.search(text, front.start, front.end) if front.form == "toml" else None
    end = table.start() if table else front.end  # what stands in a table of TOML is a theme's
    keys = list(_KEY[front.form].finditer(text, front.start, end))
    ends = [*(key.start() for key in keys[1:]), *([end] if keys else [])]
    yield from (Value(key[1], Place(key.end(), end)) for key, end in zip(keys, ends, strict=True))


def _is_open(text: str, value: Place) -> bool:
    """Tells a list or a quotation without its end."""
    start, end = _trimmed(text, value)
    closing = _PAIRS.get(text[start : start + 1])
    return closing is not None and (end - start < 2 or text[end - 1] != closing)


def _field(page: Page, name: str, value: Place) -> Iterator[tuple[str, Any]]:
    items = list(_items(page.text, value))
    if name == "authors" and len(items) > 1:
        fields = [field for item in items for field in _field(page, name, item)]
        yield name, tuple(author for _, authors in fields for author in authors)
        return
    whole = items[0] if len(items) == 1 else value
    if name == "authors" and (named := _NAME.match(page.text, *_trimmed(page.text, whole))):
        whole = Place(*named.span("name"))  # "- name: Jane Doe", with more of her on the lines that follow
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
    return Place(start, _before_comment(text, start, end))


def _before_comment(text: str, start: int, end: int) -> int:
    """Where a value ends before the comment on its last line; inside quotation marks and brackets there is none."""
    closing = _PAIRS.get(text[start : start + 1])
    if closing is None and text.find("\n", start, end) >= 0:
        return end
    inside = text.find(closing, start + 1, end) + 1 if closing else start
    comment = _COMMENT.search(text, inside, end) if inside else None
    return comment.start() if comment else end
