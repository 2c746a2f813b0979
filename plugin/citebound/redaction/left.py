"""What a desk may have overlooked: redactions that hide nothing, and parts of hidden names that still stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.model import Field, Fields, Redactions, SourceRecord
from citebound.redaction.folding import form_of
from citebound.redaction.places import places_of_quote

_PART = re.compile(r"[^\W\d_]{3,}")


def idle(redactions: Redactions, text: str, record: SourceRecord) -> Iterator[str]:
    """Yields which redactions hide nothing, by their number: never their words, which may be a secret misspelt."""
    beside = [words for name in Fields.__struct_fields__ for words in _words(getattr(record.fields, name))]
    beside.append(record.document.filename or "")
    for number, name in enumerate(redactions.names, 1):
        if not any(form_of(name).stands_in(each) for each in (text, *beside)):
            yield f"name {number}"
    for number, anchor in enumerate(redactions.spans, 1):
        if not places_of_quote(anchor.quote, anchor.start, text):
            yield f"span {number}"


def parts_left(redactions: Redactions, redacted: str) -> dict[str, int]:
    """Returns the words of hidden names that still stand in the redacted text on their own, and how often."""
    parts = dict.fromkeys(part for name in redactions.names for part in _PART.findall(name))
    counts = {part: len(list(form_of(part).places(redacted))) for part in parts if not part.islower()}
    return {part: count for part, count in counts.items() if count}


def _words(field: object) -> Iterator[str]:
    if isinstance(field, tuple):
        for each in field:
            yield from _words(each)
    elif isinstance(field, Field):
        yield from (field.raw, str(field.value))
