"""Opens the ZIP package of a DOCX, with limits that hold before and while it is unpacked."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from citebound.errors import EncryptedError, UnreadableError
from citebound_hooks.readers.xml import parse_xml

_MOST_ENTRIES = 5_000
_LARGEST_PART = 20_000_000  # bytes of one unpacked part that is read
_LARGEST_RATIO = 200  # unpacked to packed bytes; the text of a report packs about 10 to 1
_SMALL = 100_000  # unpacked bytes below which the ratio doesn't matter
_MOST_MARKS = 3_000_000  # "<" in a part; each element takes a hundred bytes of memory
_OLE = b"\xd0\xcf\x11\xe0"


class Package:
    """The parts of a DOCX file (ECMA-376, part 2). No part is unpacked before it is asked for.

    Args:
        content: The file's bytes.

    Raises:
        EncryptedError: If it needs a password.
        UnreadableError: If it is no ZIP package, cut off, or built to fill the memory.
    """

    def __init__(self, content: bytes) -> None:
        if content.startswith(_OLE):
            raise EncryptedError(
                "the Word document needs a password or is of before 2007; save it as .docx without one"
            )
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableError("the Word document is cut off or damaged: no whole ZIP package") from error
        self._entries = {entry.filename: entry for entry in self._zip.infolist()}
        if len(self._zip.infolist()) > _MOST_ENTRIES:
            raise UnreadableError(f"the Word document has more than {_MOST_ENTRIES} parts")
        if len(self._entries) != len(self._zip.infolist()):
            raise UnreadableError("the Word document has two parts of one name; save it anew")

    def names(self, pattern: re.Pattern[str]) -> list[str]:
        """Returns the names of the parts that a pattern matches wholly, in alphabetical order."""
        return sorted(name for name in self._entries if pattern.fullmatch(name))

    def part(self, name: str) -> etree._Element | None:
        """Returns the root of an XML part; None if the package has no such part.

        Raises:
            EncryptedError: If the part is encrypted.
            UnreadableError: If it is too large, damaged, no well-formed XML or has a document type.
        """
        entry = self._entries.get(name)
        if entry is None:
            return None
        if entry.flag_bits & 0x1:
            raise EncryptedError("the Word document needs a password; save it without one")
        _refuse_bomb(entry.file_size, entry.compress_size)
        content = self._read(entry)
        if content.count(b"<") > _MOST_MARKS:
            raise UnreadableError(f"a part of the Word document has more than {_MOST_MARKS} tags")
        return parse_xml(content)

    def _read(self, entry: zipfile.ZipInfo) -> bytes:
        """Reads one byte more than declared at most: the declared size may be a lie."""
        try:
            with self._zip.open(entry) as part:
                content = part.read(min(entry.file_size, _LARGEST_PART) + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise UnreadableError("the Word document is damaged: a part cannot be unpacked") from error
        if len(content) > entry.file_size:
            raise UnreadableError("the Word document is damaged: a part is larger than it says")
        return content


def _refuse_bomb(size: int, packed: int) -> None:
    if size > _LARGEST_PART:
        raise UnreadableError(
            f"a part of the Word document unpacks to more than {_LARGEST_PART // 1_000_000} MB"
        )
    if size > _SMALL and size > _LARGEST_RATIO * max(packed, 1):
        raise UnreadableError(
            f"a part of the Word document is packed more than {_LARGEST_RATIO} to 1: not a report"
        )
