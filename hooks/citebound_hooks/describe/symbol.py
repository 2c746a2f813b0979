"""Document symbols by their form, and series, volume and issue in them: `Terrorism Monitor Volume: 15 Issue: 6`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citebound.model import Document, Field
from citebound_hooks.describe.proof import Proof, part_of, text_field
from citebound_hooks.profiles.symbols import symbol_forms

_SERIES = re.compile(
    r"(?P<series>\S[^\n]{0,198}?)[,;:]?\s{1,3}"
    r"(?:Volume|Vol|Band|Jahrgang)\b\.?:?\s{0,3}(?P<volume>[0-9IVXLC]{1,8})[,;]?\s{1,3}"
    r"(?:Issue|No|Nr|Number|Numéro|Número|Heft|Iss)\b\.?:?\s{0,3}(?P<issue>[0-9]{1,6}(?:[-/–][0-9]{1,6})?)",
    re.IGNORECASE,
)


def read_series(document: Document, symbol: Proof) -> Iterator[tuple[str, Field[str]]]:
    """Yields the fields `series`, `volume` and `issue` that a document symbol holds."""
    match = _SERIES.match(symbol.raw)
    for name, words in (match.groupdict() if match else {}).items():
        if words and match:
            yield name, text_field(part_of(document, symbol, *match.span(name)))


class SymbolLine(NamedTuple):
    """A line that is a document symbol, its publisher's name in front of it or not: places in the line."""

    publisher: tuple[int, int] | None
    symbol: tuple[int, int]


def symbol_line(words: str) -> SymbolLine | None:
    """Returns the parts of a line such as `VAL104210.E` or `United Nations A/HRC/46/57`; None for another one."""
    start = words.rfind(" ") + 1
    for form in symbol_forms():
        named = words[:start].rstrip().casefold() == form.publisher.casefold()
        if (named or not start) and form.fits(words[start:]):
            return SymbolLine((0, len(words[:start].rstrip())) if named else None, (start, len(words)))
    return None
