"""Digests of the parts of a PDF that do not hang on how the file is compressed, numbered or ordered.

An object's digest covers its own entries and those of all objects that it refers to, with streams decoded and numbers
read; a tool that rewrites a file (linearises, recompresses, packs objects) leaves all of them as they were.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any

import pypdf
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    ContentStream,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

_HOW_STORED = frozenset({"/Length", "/Filter", "/DecodeParms", "/DL"})
_OF_DATA = frozenset(
    {"/Type", "/Subtype", "/Length1", "/N"}
)  # fonts, profiles, files; else instructions in words
_UPWARD = frozenset({"/Parent", "/P", "/Pg", "/Prev", "/StructParent", "/StructParents"})
_OF_THE_CATALOG = frozenset({"/Pages", "/Metadata", "/Names", "/AF", "/Type", "/Version", "/Extensions"})


def parts_of(content: bytes, attachments: dict[str, bytes]) -> dict[str, str]:
    """Returns the digest of each part of a PDF, by its name for people."""
    reader = pypdf.PdfReader(
        BytesIO(content)
    )  # a reader of its own: reading text changes the objects of a page
    digests = _Digests(reader)
    catalog = reader.root_object
    parts = {f"page {number}": digests.of(page) for number, page in enumerate(reader.pages, 1)}
    parts |= {f"attachment {name}": sha256(content).hexdigest() for name, content in attachments.items()}
    if "/Metadata" in catalog:
        packet: bytes = catalog["/Metadata"].get_data()  # type: ignore[attr-defined]  # a stream
        parts["metadata"] = sha256(packet).hexdigest()
    rest = {key: value for key, value in catalog.items() if key not in _OF_THE_CATALOG}
    parts |= {
        _NAMES.get(key, f"catalog entry {key[1:]}"): digests.of(value) for key, value in sorted(rest.items())
    }
    return parts


_NAMES = {
    "/StructTreeRoot": "structure tree",
    "/Outlines": "outline",
    "/OutputIntents": "colour profile",
    "/Dests": "destinations",
    "/Lang": "language",
    "/ViewerPreferences": "viewer preferences",
    "/MarkInfo": "mark information",
    "/PageMode": "page mode",
}


class _Digests:
    """Walks through objects; each indirect one is visited once, so that circles end.

    A reference to a page counts as its number: an edit of one page is not one of all that link to it.
    """

    def __init__(self, reader: pypdf.PdfReader) -> None:
        pages = (page.indirect_reference for page in reader.pages)
        self._pages = {reference.idnum: number for number, reference in enumerate(pages, 1) if reference}

    def of(self, value: Any) -> str:
        """Returns the digest of an object with all that it refers to."""
        digest = sha256()
        for piece in self._pieces(value, {}):
            digest.update(piece)
        return digest.hexdigest()

    def _pieces(self, start: Any, seen: dict[int, int]) -> Iterator[bytes]:
        stack: list[Any] = [start]
        while stack:
            value = stack.pop()
            if isinstance(value, IndirectObject):
                if value.idnum in self._pages:
                    yield b"page %d;" % self._pages[value.idnum]
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
            for operands, operator in ContentStream(value, None).operations:
                yield from self._pieces(ArrayObject(operands) if isinstance(operands, list) else operands, {})
                yield b" %s;" % operator


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
