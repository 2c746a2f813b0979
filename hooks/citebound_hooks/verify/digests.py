"""Digests of the objects of a PDF that do not hang on how the file is compressed, numbered or ordered.

An object's digest covers its own entries and those of all objects that it refers to, with streams decoded and numbers
read; a tool that rewrites a file (linearises, recompresses, packs objects) leaves all of them as they were.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Any

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from citebound_hooks.verify.part_names import DAMAGED

_HOW_STORED = frozenset({"/Length", "/Filter", "/DecodeParms", "/DL"})
_OF_DATA = frozenset(
    {"/Type", "/Subtype", "/Length1", "/N"}
)  # fonts, profiles, files; else instructions in words
_UPWARD = frozenset({"/Parent", "/P", "/Prev"})
_REMEMBERED_BYTES = 1 << 18


class Digests:
    """Walks through objects; each indirect one is visited once, so that circles end.

    Args:
        labels: What references to parts of their own count as, by object number: an edit of a page or a font is not
            one of all that refer to it.
    """

    def __init__(self, labels: Mapping[int, str]) -> None:
        self._labels = labels

    def of(self, value: Any) -> str:
        """Returns the digest of an object with all that it refers to; of one that cannot be read, why."""
        digest = sha256()
        try:
            for piece in self._pieces(value, {}):
                digest.update(piece)
        except Exception as error:  # pypdf lets errors of Python escape on damaged objects
            return f"{DAMAGED}{type(error).__name__}: {error}"
        return digest.hexdigest()

    def _pieces(self, start: Any, seen: dict[int, int]) -> Iterator[bytes]:
        stack: list[Any] = [start]
        while stack:
            value = stack.pop()
            if isinstance(value, IndirectObject):
                if value.idnum in self._labels:
                    yield b"%s;" % self._labels[value.idnum].encode("utf-8", "surrogatepass")
                    continue
                if value.idnum in seen:
                    yield b"again %d;" % seen[value.idnum]
                    continue
                seen[value.idnum] = len(seen)
                value = value.get_object()
            if isinstance(value, bytes) and not isinstance(value, ByteStringObject):
                yield value
            elif isinstance(value, DictionaryObject):
                yield from self._opened(value)
                stack.append(b">")
                for key in sorted(value, reverse=True):
                    if key not in _HOW_STORED and key not in _UPWARD:
                        stack += [value.raw_get(key), b"/" + key.encode("utf-8", "surrogateescape")]
            elif isinstance(value, ArrayObject):
                stack += [b"]", *reversed(list(value)), b"["]
            else:
                yield _atom(value)

    def _opened(self, value: DictionaryObject) -> Iterator[bytes]:
        """The beginning of a dictionary; of a stream with what it holds."""
        yield b"<"
        if isinstance(value, StreamObject) and _OF_DATA & set(value):
            yield sha256(value.get_data()).digest()
        elif isinstance(value, StreamObject):
            data = value.get_data()
            yield _remembered(data) if len(data) <= _REMEMBERED_BYTES else _of_instructions(data)


def _of_instructions(data: bytes) -> bytes:
    """The digest of instructions in words: of a page, of a font's meaning."""
    digest, stream, inside = sha256(), DecodedStreamObject(), Digests({})
    stream.set_data(data)
    for operands, operator in ContentStream(stream, None).operations:
        for piece in inside._pieces(ArrayObject(operands) if isinstance(operands, list) else operands, {}):
            digest.update(piece)
        digest.update(b" %s;" % operator)
    return digest.digest()


@lru_cache(maxsize=64)
def _remembered(data: bytes) -> bytes:
    """The same for ordinary ones: a briefing and the same rendered anew share most, and to read them takes long."""
    return _of_instructions(data)


def _atom(value: Any) -> bytes:
    """A value that holds no others."""
    match value:
        case BooleanObject():
            return b"%d;" % bool(value.value)
        case NumberObject() | FloatObject():
            return f"{float(value):.5f};".encode()
        case NameObject():
            return f"/{value};".encode("utf-8", "surrogateescape")
        case TextStringObject():
            return b"(" + value.encode("utf-8", "surrogatepass") + b")"
        case ByteStringObject():
            return b"(" + bytes(value) + b")"
        case _:
            return b"null;"
