"""Lines of a page that are one label and one short value, whatever the record made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from citebound.model import Document, Profile

_PART = re.compile(r"[^;,]*[^;,\s][^;,]*")
_WHOLE = re.compile(r".*\S")


class LabelledLine(NamedTuple):
    """A short value behind a label: `text[start:end] == value`; `field` is what the label stands for."""

    field: str
    value: str
    start: int
    end: int


def labelled_lines(document: Document, profile: Profile) -> Iterator[LabelledLine]:
    """Yields the short values behind the profile's labels, at most 120 characters; of authors each by itself."""
    if document.entry is not None:
        return  # the lines of a reference list are its own syntax
    fields = _fields_by_label(profile.labels)
    pattern = _pattern(tuple(fields))
    for match in pattern.finditer(document.text) if pattern else ():
        field = fields[match["label"].casefold()]
        for part in _PART.finditer(match["value"]) if field == "authors" else _WHOLE.finditer(match["value"]):
            value = part.group().strip()
            start = match.start("value") + part.start() + part.group().index(value)
            yield LabelledLine(field, value, start, start + len(value))


def _fields_by_label(labels: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {label.rstrip(" :").casefold(): name for name, known in labels.items() for label in known}


@lru_cache(maxsize=32)
def _pattern(labels: tuple[str, ...]) -> re.Pattern[str] | None:
    if not labels:
        return None
    words = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    between = r"(?:[ \t\xa0]{0,9}[:|\t][ \t\xa0]{0,9}|[ \t\xa0]{1,9})"
    line = (
        rf"^[ \t\xa0|-]{{0,9}}(?P<label>{words}){between}(?P<value>[^\s|][^\n|]{{0,119}})(?:\|[ \t]{{0,9}})?$"
    )
    return re.compile(line, re.IGNORECASE | re.MULTILINE)
