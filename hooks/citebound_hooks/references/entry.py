"""An entry of a reference list, whatever its format."""

from __future__ import annotations

from typing import NamedTuple


class EntryField(NamedTuple):
    """One field of an entry.

    Attributes:
        name: Its name in lower case with the format in front: `bibtex:title`, `ris:ti`, `csl:issued`.
        value: Its value as text. A field with several values (authors) stands once for each.
        locator: Where it stands, in the words of the format: `velmin2024/title`, `TI`, `/0/author/1`.
        line: Its line in the file, from 1.
    """

    name: str
    value: str
    locator: str
    line: int


class Entry(NamedTuple):
    """One entry.

    Attributes:
        key: Its key; of one without, its number in the list.
        start: Offset of its first character in the decoded file.
        end: Offset after its last one.
        fields: In the order of the file.
    """

    key: str
    start: int
    end: int
    fields: tuple[EntryField, ...]
