"""Lines of a page that are one label and one short value, whatever the record made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from citebound.model import Document, Profile
from citebound_hooks.describe.labels import labels_of

_PART = re.compile(r"(?:^|[;,]|\sand(?=\s))(?P<value>(?:(?!\sand\s)[^;,]){1,120})")
_WHOLE = re.compile(r"(?P<value>.*\S)")
_LONGEST_LINE = 240
Labels = tuple[tuple[str, str], ...]


class LabelledLine(NamedTuple):
    """A short value behind a label: `text[start:end] == value`; `field` is what the label stands for."""

    field: str
    value: str
    start: int
    end: int


def labelled_lines(document: Document, profile: Profile) -> tuple[LabelledLine, ...]:
    """Returns the short values behind the labels of a page, at most 120 characters; of authors each by itself.

    The lines of a reference list are its own syntax: there it returns none.
    """
    labels = tuple((label, field) for label, field in labels_of(profile).fields.items() if field)
    return _labelled(document.text, labels, profile.bare_labels) if labels and document.entry is None else ()


@lru_cache(maxsize=4)
def _labelled(text: str, labels: Labels, bare: bool) -> tuple[LabelledLine, ...]:
    return tuple(_lines(text, _pattern(labels, bare), dict(reversed(labels))))


def _lines(text: str, pattern: re.Pattern[str], fields: dict[str, str]) -> Iterator[LabelledLine]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        match = pattern.match(text, start, end) if end - start <= _LONGEST_LINE else None
        if match:
            yield from _values(match, fields[match["label"].casefold()])
        start = end + 1


def _values(match: re.Match[str], field: str) -> Iterator[LabelledLine]:
    for part in (_PART if field == "authors" else _WHOLE).finditer(match["value"]):
        value = part["value"].strip()
        start = match.start("value") + part.start("value") + part["value"].index(value)
        if value:
            yield LabelledLine(field, value, start, start + len(value))


@lru_cache(maxsize=32)
def _pattern(labels: Labels, bare: bool) -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(label) for label, _ in labels), key=len, reverse=True))
    between = r"[ \t\xa0]{0,9}[:|\t][ \t\xa0]{0,9}" + (r"|[ \xa0]{1,9}" if bare else "")
    line = rf"[ \t\xa0|-]{{0,9}}(?P<label>{words})(?:{between})(?P<value>[^\s|][^\n|]{{0,119}})(?:\|[ \t]{{0,9}})?$"
    return re.compile(line, re.IGNORECASE)
