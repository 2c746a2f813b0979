"""Series, volume and issue, where the document symbol names them: `Terrorism Monitor Volume: 15 Issue: 6`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.model import Document, Field
from citebound_hooks.describe.proof import Proof, part_of, text_field

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
