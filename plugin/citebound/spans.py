"""Finds the spans inside any value, and checks that each says what stands at its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from citebound.model import Span

_PLAIN = frozenset({str, int, float, bool})


class InexactSpanError(ValueError):
    """A span does not say what stands at its place."""


def exact(value: object, text: str) -> None:
    """Checks that every span inside a value says what stands there.

    Raises:
        InexactSpanError: Names the first span that does not.
    """
    for span in spans_in(value):
        if not span.exact or text[span.start : span.end] != span.exact:
            raise InexactSpanError(f"span {span.start}-{span.end} is not {span.exact!r}")


def spans_in(value: object) -> Iterator[Span]:
    """Yields every span inside a value."""
    left: list[Any] = [value]
    while left:
        part = left.pop()
        if isinstance(part, Span):
            yield part
        elif isinstance(part, tuple):
            left += part
        elif isinstance(part, msgspec.Struct):
            left += [
                inner
                for name in part.__struct_fields__
                if (inner := getattr(part, name)) and inner.__class__ not in _PLAIN
            ]
