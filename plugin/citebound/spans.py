"""Finds the spans inside any value, and checks that each says what stands at its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
import msgspec.inspect

from citebound.model import Span


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
            left.extend(part)
        elif isinstance(part, msgspec.Struct):
            left.extend(inner for name in _compound(type(part)) if (inner := getattr(part, name)))


@cache
def _compound(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of a struct that can hold more than a word or a number."""
    atoms = (
        msgspec.inspect.StrType,
        msgspec.inspect.LiteralType,
        msgspec.inspect.FloatType,
        msgspec.inspect.BoolType,
    )
    described = msgspec.inspect.type_info(kind)
    fields = described.fields if isinstance(described, msgspec.inspect.StructType) else ()
    return tuple(field.name for field in fields if not isinstance(field.type, atoms))
