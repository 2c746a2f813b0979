"""From the fields of an entry to a record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any

import msgspec

from citebound.dates import parse_date
from citebound.model import Date, Document, Field, Fields, Metadatum, Profile, SourceRecord
from citebound_hooks.language.lexicon import load_lexicon
from citebound_hooks.language.tags import language_tag

DATES = ("publication_date", "accessed")


class _Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table of `fields.toml`."""

    names: tuple[str, ...]


def describe_entry(document: Document, profile: Profile) -> SourceRecord:
    """Makes the record of an entry; a field that it does not have stays None."""
    given: dict[str, list[Metadatum]] = {}
    for each in document.metadata:
        given.setdefault(each.name, []).append(each)
    return SourceRecord(
        document=document.identity,
        profile=profile.name,
        fields=Fields(**dict(_fields(given))),
    )


def _fields(given: Mapping[str, list[Metadatum]]) -> Iterator[tuple[str, Any]]:
    for name, table in _table().items():
        found = next((each for choice in table.names if (each := _joined(given, choice))), [])
        if name == "authors":
            yield name, tuple(_field(author) for author in found)
        elif name == "language":
            if found and (tag := language_tag(found[0].value)):
                yield name, Field(tag, found[0].value, None, found[0].locator)
        elif found:
            yield name, _dated(found[0]) if name in DATES else _field(found[0])


def _joined(given: Mapping[str, list[Metadatum]], choice: str) -> list[Metadatum]:
    """The values of a field, or of several fields joined into one, as year, month and day are."""
    parts = [given[name][0] for name in takewhile(given.__contains__, choice.split("+"))]
    if len(parts) < 2:
        return given.get(choice.partition("+")[0], [])
    in_numbers = all(part.value.isdecimal() for part in parts)
    words = (
        "-".join(part.value.zfill(2) for part in parts)
        if in_numbers
        else " ".join(part.value for part in reversed(parts))
    )
    return [Metadatum(parts[0].name, words, parts[0].locator, parts[0].line)]


def _field(found: Metadatum) -> Field[str]:
    return Field(" ".join(found.value.split()), found.value, None, found.locator)


def _dated(found: Metadatum) -> Field[Date]:
    """A date of the field; RIS writes `2024/03/11/` and leaves out what it does not know."""
    words = re.sub(r"^(\d{4})/(\d{2})?/?(\d{2})?/?.*$", _hyphenated, found.value)
    date = parse_date(words) or Date(raw=found.value, iso=None)
    whole = Date(raw=found.value, iso=date.iso, iso_end=date.iso_end, precision=date.precision)
    return Field(whole, found.value, None, found.locator)


def _hyphenated(match: re.Match[str]) -> str:
    return "-".join(part for part in match.groups() if part)


@cache
def _table() -> dict[str, _Names]:
    return load_lexicon(Path(__file__).with_name("fields.toml"), dict[str, _Names])
