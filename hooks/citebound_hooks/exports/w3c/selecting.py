"""Spans as specific resources with their two selectors.

Web Annotation Data Model, sections 4 (specific resources), 4.2.4 (text quote) and 4.2.5 (text position).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from citebound.model import Span
from citebound.spans import spans_in

AROUND = 32
"""How many characters of prefix and suffix a quotation has."""


def parts_of(item: Any) -> Iterator[tuple[str, Span]]:
    """Yields each span of an item with the name of the field that holds it, in the order of fields and text."""
    for field in item.__struct_fields__:
        yield from ((field, span) for span in sorted(set(spans_in(getattr(item, field)))))


def specific_resource(
    source: str, text: str, part: str, span: Span, mask: str | None = None
) -> dict[str, Any]:
    """Returns a place in the text.

    Args:
        source: The address of the text.
        text: The text itself.
        part: What the words are in the item: `cue`, `content`, `mentions` …
        span: The place.
        mask: The character that masks words of the text; prefix and suffix end there.
    """
    prefix, suffix = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    if mask:
        prefix, suffix = prefix.rpartition(mask)[2], suffix.partition(mask)[0]
    resource = {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.exact,
                "prefix": prefix,
                "suffix": suffix,
            },
        ],
        "citebound:part": part,
    }
    return resource | ({"citebound:page": span.page} if span.page is not None else {})
