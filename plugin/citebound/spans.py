"""Finds the spans inside any value, and checks that each says what stands at its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
import msgspec.inspect

from citebound.model import Span

_PLAIN = (
    msgspec.inspect.StrType,
    msgspec.inspect.LiteralType,
    msgspec.inspect.IntType,
    msgspec.inspect.FloatType,
    msgspec.inspect.BoolType,
    msgspec.inspect.NoneType,
)


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
            left += [inner for name in _compound(type(part)) if (inner := getattr(part, name))]


@cache
def _compound(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of a struct that can hold more than words and numbers."""
    described = msgspec.inspect.type_info(kind)
    fields = described.fields if isinstance(described, msgspec.inspect.StructType) else ()
    return tuple(field.name for field in fields if not _is_plain(field.type))


def _is_plain(kind: msgspec.inspect.Type) -> bool:
    """Whether values of a type are words and numbers, or tuples of them."""
    if isinstance(kind, msgspec.inspect.VarTupleType):
        return _is_plain(kind.item_type)
    if isinstance(kind, msgspec.inspect.UnionType):
        return all(map(_is_plain, kind.types))
    return isinstance(kind, _PLAIN)
