"""Problems at the place of a field, or of a part of it."""

from __future__ import annotations

from typing import Any

from citebound.model import Document, Field, Severity, Span
from citebound.rules import Problem, Replacement, Subject


def span_in(document: Document, field: Field[Any], start: int, end: int) -> Span | None:
    """Returns the span of a part of a field's words; None where the field has no place in the text.

    Args:
        document: What the field stands in.
        field: The field.
        start: Offset of the part in the field's words.
        end: Offset after it.
    """
    if field.span is None or end <= start:
        return field.span
    return document.span(field.span.start + start, field.span.start + end)


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
    span = field.span if part is None else span_in(subject.document, field, *part)
    return Problem(message=message, span=span, locator=field.locator, field=name, severity=severity)


def replace_in(field: Field[Any], start: int, end: int, words: str) -> tuple[Replacement, ...]:
    """Returns the replacement of a part of a field's words; none where the field has no place in the text."""
    if field.span is None:
        return ()
    at = field.span.start
    return (Replacement(start=at + start, end=at + end, replacement=words),)


def words_of_field(field: Field[Any]) -> str:
    """Returns the words of the page, with which the offsets of a field's parts count."""
    return field.span.exact if field.span else field.raw
