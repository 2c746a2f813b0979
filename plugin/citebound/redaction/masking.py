"""Masks what a briefing may not carry of its source: one mark for each character, so that every place stays its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

import msgspec
from msgspec.structs import replace

from citebound.model import Briefing, DocumentText, Extraction, Masked, Span
from citebound.spans import spans_in

MARK = "\u2591"
"""Stands for one character of the source (LIGHT SHADE)."""

Gap = tuple[int, int]


def masked(briefing: Briefing) -> Briefing:
    """Returns the briefing with the text of its source masked but for the words that something in it holds.

    All of its spans are as exact afterwards as before. Ends of lines stay, so that paragraphs can be told.
    """
    record, text = briefing.record, briefing.extraction.document.text
    redacted = record.handling.redacted if record.handling else None
    marks = [Span(at.start, at.end, text[at.start : at.end]) for at in (redacted.places if redacted else ())]
    beside = [*spans_in((record, briefing.findings)), *marks]
    return replace(briefing, extraction=_masked(briefing.extraction, beside))


def _masked(extraction: Extraction, beside: Iterable[Span]) -> Extraction:
    """Masks all that neither its items hold nor the places beside them; what is masked already stays so."""
    document = extraction.document
    bare = replace(extraction, document=replace(document, masked=msgspec.UNSET))
    own = set(spans_in(bare))
    kept = tuple(sorted({*beside, *(document.masked.kept if document.masked else ())} - own))
    text = _covered(document.text, gaps((*own, *kept), len(document.text)))
    digest = document.masked.sha256 if document.masked else digest_of(document.text)
    said = Masked(mark=MARK, sha256=digest, kept=kept)
    return replace(extraction, document=replace(document, text=text, masked=said))


def gaps(spans: Iterable[Span], length: int) -> Iterator[Gap]:
    """Yields the places of a text, in order, that none of the spans holds."""
    at = 0
    for start, end in sorted({(span.start, span.end) for span in spans}):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < length:
        yield at, length


def unmasked(extraction: Extraction) -> Iterator[Gap]:
    """Yields the places that are to be masked, and where other words stand."""
    text = extraction.document.text
    for start, end in gaps(spans_in(extraction), len(text)):
        if text[start:end] != _mask(text[start:end]):
            yield start, end


def is_of(document: DocumentText, text: str) -> bool:
    """Tells whether a text is the one that an extraction counts in; of a masked one its digest tells."""
    return digest_of(text) == document.masked.sha256 if document.masked else text == document.text


def digest_of(text: str) -> str:
    """Returns the hexadecimal SHA-256 digest of a text in UTF-8."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _covered(text: str, hidden: Iterable[Gap]) -> str:
    pieces, at = [], 0
    for start, end in hidden:
        pieces += [text[at:start], _mask(text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])


def _mask(words: str) -> str:
    return "\n".join(MARK * len(line) for line in words.split("\n"))
