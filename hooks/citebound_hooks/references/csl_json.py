"""CSL-JSON, as citation styles take it (CSL 1.0.2, schema csl-data.json)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from citebound.errors import UnreadableError
from citebound_hooks.references.entry import Entry, EntryField
from citebound_hooks.references.lines import Lines

_BLANKS = re.compile(r"\s*")
_SEPARATOR = re.compile(r"\s*,?\s*")


def csl_entries(text: str) -> Iterator[Entry]:
    """Yields the items of a CSL-JSON file: a list of them, or one alone.

    Raises:
        UnreadableError: If it is no JSON, or no list of items; names the place.
    """
    lines = Lines(text)
    for number, (start, end, item) in enumerate(_items(text)):
        if not isinstance(item, dict):
            raise UnreadableError(f"not CSL-JSON: line {lines.of(start)}: an item is no object")
        fields = tuple(
            EntryField(f"csl:{name.lower()}", value, locator, _line_of(text, name, start, end, lines))
            for name, content in item.items()
            for value, locator in _values(content, f"/{number}/{name}")
        )
        yield Entry(str(item.get("id", number + 1)), start, end, fields)


def _items(text: str) -> Iterator[tuple[int, int, Any]]:
    decoder = json.JSONDecoder()
    at = _after(_BLANKS, text, 0)
    alone = not text.startswith("[", at)
    at = at if alone else _after(_BLANKS, text, at + 1)
    try:
        while at < len(text) and text[at] != "]":
            item, end = decoder.raw_decode(text, at)
            yield at, end, item
            at = _after(_SEPARATOR, text, end)
            if alone:
                break
    except (json.JSONDecodeError, RecursionError) as error:
        place = (
            f"line {error.lineno}: {error.msg}"
            if isinstance(error, json.JSONDecodeError)
            else "nested too deep"
        )
        raise UnreadableError(f"not CSL-JSON: {place}") from error
    if not alone and at >= len(text):
        raise UnreadableError("not CSL-JSON: the list has no end")


def _values(content: Any, locator: str) -> Iterator[tuple[str, str]]:
    """The values of a field as text: names one by one, dates in ISO form with the parts that are there."""
    match content:
        case str() | int() | float():
            yield str(content).strip(), locator
        case list():
            for number, part in enumerate(content):
                yield from _values(part, f"{locator}/{number}")
        case {"date-parts": [first, *rest]}:
            yield "/".join(_iso(parts) for parts in (first, *rest)), locator
        case {"raw": str(raw)} | {"literal": str(raw)}:
            yield raw.strip(), locator
        case dict() if "family" in content or "given" in content:
            order = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
            yield " ".join(str(content[part]) for part in order if content.get(part)), locator


def _iso(parts: Any) -> str:
    numbers = [str(part) for part in parts] if isinstance(parts, list) else []
    return "-".join(number.zfill(4 if n == 0 else 2) for n, number in enumerate(numbers))


def _line_of(text: str, name: str, start: int, end: int, lines: Lines) -> int:
    found = text.find(json.dumps(name, ensure_ascii=False), start, end)
    return lines.of(found if found >= 0 else start)


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
