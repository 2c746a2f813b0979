"""A proof: words of the page with the place where they stand, and the record's fields made of it."""

from __future__ import annotations

from html import unescape
from typing import NamedTuple

from citebound.dates import parse_date
from citebound.model import Date, Document, Field, Metadatum, Span


class Proof(NamedTuple):
    """Words that prove a field.

    Attributes:
        raw: The words, unchanged.
        span: Where they stand in the text, or None.
        locator: Where they stand in the mark-up or who else says so; None with a span.
    """

    raw: str
    span: Span | None
    locator: str | None = None

    @property
    def value(self) -> str:
        """The words with their white space folded; in mark-up, with the characters that they escape twice."""
        words = unescape(self.raw) if self.span is None and "&" in self.raw else self.raw
        return " ".join(words.split())


def proof_at(document: Document, start: int, end: int) -> Proof | None:
    """Returns the proof at `text[start:end]` without the white space around it; None if nothing is left."""
    text = document.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return None
    span = document.span(start, end)
    return Proof(span.exact, span)


def proof_of(metadatum: Metadatum) -> Proof:
    """Returns the proof that stands in the mark-up."""
    return Proof(metadatum.value, None, metadatum.locator)


def part_of(document: Document, proof: Proof, start: int, end: int) -> Proof:
    """Returns `raw[start:end]` of a proof as a proof of its own."""
    if proof.span is None:
        return Proof(proof.raw[start:end], None, proof.locator)
    span = document.span(proof.span.start + start, proof.span.start + end)
    return Proof(span.exact, span)


def text_field(proof: Proof, value: str | None = None) -> Field[str]:
    """Returns a field of words; `value` where it differs from the folded words."""
    return Field(proof.value if value is None else value, proof.raw, proof.span, proof.locator)


def date_field(proof: Proof, day_first: bool | None = None) -> Field[Date]:
    """Returns a field of a date; one that no day can be told from keeps its words and has no ISO form."""
    date = parse_date(proof.raw, day_first=day_first) or Date(raw=proof.raw, iso=None)
    dated = Date(raw=proof.raw, iso=date.iso, iso_end=date.iso_end, precision=date.precision, span=proof.span)
    return Field(dated, proof.raw, proof.span, proof.locator)
