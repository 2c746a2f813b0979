"""Problems at the place of a field, or of a part of it, and replacements there."""

from __future__ import annotations

from typing import Any

from citebound.model import Document, Field, Severity, Span
from citebound.rules import Problem, Replacement, Subject

_SYNTAX = frozenset('"\\{}%&#$_~^<>\n\r')  # what means something in BibTeX, JSON or RIS


def start_of(document: Document, field: Field[Any]) -> int | None:
    """Returns where a field's words begin in the text; None where they have no place there.

    A field of a reference list has a locator and no span; where its words stand once in its entry, that is the place.
    """
    if field.span is not None:
        return field.span.start
    if document.entry is None or field.supplied or len(field.raw) < 3 or document.text.count(field.raw) != 1:
        return None
    return document.text.find(field.raw)


def span_in(document: Document, field: Field[Any], start: int, end: int) -> Span | None:
    """Returns the span of a part of a field's words; None where the field has no place in the text.

    Args:
        document: What the field stands in.
        field: The field.
        start: Offset of the part in the field's words.
        end: Offset after it.
    """
    at = start_of(document, field)
    if at is None or end <= start:
        return field.span
    return document.span(at + start, at + end)


def problem_in(
    subject: Subject,
    name: str,
    field: Field[Any],
    message: str,
    *,
    part: tuple[int, int] | None = None,
    severity: Severity | None = None,
) -> Problem:
    """Returns a problem at a field, or at a part of its words (offsets in them)."""
    span = span_in(subject.document, field, *(part or (0, len(words_of_field(field)))))
    return Problem(message=message, span=span, locator=field.locator, field=name, severity=severity)


def replace_in(
    subject: Subject, field: Field[Any], start: int, end: int, words: str
) -> tuple[Replacement, ...]:
    """Returns the replacement of a part of a field's words; none where it is not certain how it is to be written."""
    at = start_of(subject.document, field)
    if at is None or (field.span is None and _SYNTAX.intersection(words) - set(field.raw[start:end])):
        return ()
    return (Replacement(start=at + start, end=at + end, replacement=words),)


def words_of_field(field: Field[Any]) -> str:
    """Returns the words of the page, with which the offsets of a field's parts count."""
    return field.span.exact if field.span else field.raw
