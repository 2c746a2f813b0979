"""Labels glued to the value behind them, on pages that lost their white space."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from citebound.model import Document, Field
from citebound.rules import Problem, Replacement


def glued_label(document: Document, field: Field[Any], labels: Iterable[str]) -> str | None:
    """Returns the label that ends where the field's words begin, as printed; None if none does."""
    if field.span is None or not field.span.exact[0].isalnum():
        return None
    start = field.span.start
    for label in labels:
        name = label.rstrip(" :")
        there = document.text[max(start - len(name), 0) : start]
        if name and there.casefold() == name.casefold() and name[-1].isalpha():
            return there
    return None


def glued_problem(document: Document, name: str, field: Field[Any], label: str) -> Problem:
    """Returns the problem, with the fix that puts a space between."""
    span = field.span or document.span(0, 1)
    word = span.exact.split(maxsplit=1)[0]
    return Problem(
        message=f"The label “{label}” is glued to “{word}”.",
        span=document.span(span.start - len(label), span.start + len(word)),
        field=name,
        fix="Insert a space after the label",
        replacements=(Replacement(start=span.start, end=span.start, replacement=" "),),
    )
