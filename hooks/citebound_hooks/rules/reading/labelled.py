"""Lines of a page that are one label and one short value, whatever the record made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from citebound.model import Document, Profile


class LabelledLine(NamedTuple):
    """A short value behind a label: `text[start:end] == value`; `field` is what the label stands for."""

    field: str
    value: str
    start: int
    end: int


def labelled_lines(document: Document, profile: Profile) -> Iterator[LabelledLine]:
    """Yields the lines that begin with one of the profile's labels and go on with at most 40 characters."""
    fields = _fields_by_label(profile.labels)
    pattern = _pattern(tuple(fields))
    for match in pattern.finditer(document.text) if pattern else ():
        value = match["value"].rstrip()
        field = fields[match["label"].casefold()]
        yield LabelledLine(field, value, match.start("value"), match.start("value") + len(value))


def _fields_by_label(labels: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {label.rstrip(" :").casefold(): name for name, known in labels.items() for label in known}


@lru_cache(maxsize=32)
def _pattern(labels: tuple[str, ...]) -> re.Pattern[str] | None:
    if not labels:
        return None
    words = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    between = r"(?:[ \t\xa0]{0,9}[:|\t][ \t\xa0]{0,9}|[ \t\xa0]{1,9})"
    line = (
        rf"^[ \t\xa0|-]{{0,9}}(?P<label>{words}){between}(?P<value>[^\s|][^\n|]{{0,39}})(?:\|[ \t]{{0,9}})?$"
    )
    return re.compile(line, re.IGNORECASE | re.MULTILINE)
