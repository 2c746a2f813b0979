"""Entries of a reference list that share an address with an earlier one."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from types import MappingProxyType

from citebound.model import Document, SourceRecord
from citebound_hooks.rules.reading.dates import known, year_of
from citebound_hooks.rules.reading.references import ADDRESS, key_of
from citebound_hooks.rules.reading.repair import repaired
from citebound_hooks.rules.reading.words import folded

_BOUNDARY = re.compile(r"^(?:@\w|TY  -|ER  -|[ \t]{0,9}\{[ \t]{0,9}$)", re.MULTILINE)
_BRACES = str.maketrans("", "", "{}")  # BibTeX protects letters of a title with them
_WINDOW = 3000  # characters of an entry on each side of its address


def contradicting_entry(document: Document, record: SourceRecord) -> str | None:
    """Returns what an earlier entry with the same address says differently: `date` or `title`; None if nothing."""
    url, title = record.fields.url, record.fields.title
    if document.entry is None or document.source is None or url is None:
        return None
    first = _first_places(document.source).get(key_of(url.value))
    if first is None or first >= (document.source_offset(0) or 0):
        return None
    entry = _json_entries(document.source).get(key_of(url.value)) or _entry_around(document.source, first)
    there = set(folded(repaired(entry.translate(_BRACES))))
    if title and not set(folded(repaired(title.value))) <= there:
        return "title"
    published = known(record.fields.publication_date)
    return "date" if published and str(year_of(published)) not in there and _has_year(there) else None


@lru_cache(maxsize=2)
def _first_places(source: str) -> MappingProxyType[str, int]:
    """Where each address stands first in a file."""
    places: dict[str, int] = {}
    for match in ADDRESS.finditer(source):
        places.setdefault(key_of(match.group()), match.start())
    return MappingProxyType(places)


@lru_cache(maxsize=2)
def _json_entries(source: str) -> MappingProxyType[str, str]:
    """The words of the first entry with each address in a list in JSON, whatever its layout; none of other lists."""
    entries: dict[str, str] = {}
    try:
        items = json.loads(source) if source.lstrip()[:1] == "[" else []
    except (ValueError, RecursionError):
        items = []
    for item in items:
        address = item.get("URL") if isinstance(item, dict) else None
        if isinstance(address, str):
            entries.setdefault(key_of(address), json.dumps(item, ensure_ascii=False))
    return MappingProxyType(entries)


def _entry_around(source: str, at: int) -> str:
    begin, end = max(at - _WINDOW, 0), min(at + _WINDOW, len(source))
    for match in _BOUNDARY.finditer(source, begin, at):
        begin = match.start()
    after = _BOUNDARY.search(source, at, end)
    return source[begin : after.start() if after else end]


def _has_year(words: set[str]) -> bool:
    return any(len(word) == 4 and word.isdigit() and word[:2] in ("19", "20") for word in words)
