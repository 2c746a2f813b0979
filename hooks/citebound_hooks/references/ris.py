"""RIS: a tag of two characters, two blanks, a hyphen, a blank and the value on each line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.errors import UnreadableError
from citebound_hooks.references.entry import Entry, EntryField
from citebound_hooks.references.lines import Lines

_PERSONS = ("AU", "A1", "A2", "A3", "A4")
_LINE = re.compile(r"^(?P<tag>[A-Z][A-Z0-9]) {2}- ?(?P<value>[^\r\n]*)", re.MULTILINE)


def ris_entries(text: str) -> Iterator[Entry]:
    """Yields the entries of a RIS file.

    Raises:
        UnreadableError: If a tag stands outside an entry, or an entry has no end.
    """
    lines = Lines(text)
    fields: list[EntryField] = []
    start: int | None = None
    number = 0
    for match in _LINE.finditer(text):
        tag, value, line = match["tag"], match["value"].strip(), lines.of(match.start())
        if tag == "TY":
            if start is not None:
                raise UnreadableError(
                    f"not RIS: line {line}: an entry begins before the one above has its ER line"
                )
            start, fields, number = match.start(), [], number + 1
        elif start is None:
            raise UnreadableError(f"not RIS: line {line}: {tag} stands outside an entry; each begins with TY")
        elif tag == "ER":
            yield Entry(_key(fields, number), start, match.end(), tuple(fields))
            start = None
        elif value:
            spoken = _as_spoken(value) if tag in _PERSONS else value
            fields.append(EntryField(f"ris:{tag.lower()}", spoken, tag, line))
    if start is not None:
        raise UnreadableError(f"not RIS: the entry of line {lines.of(start)} has no ER line")


def _as_spoken(name: str) -> str:
    """`Last, First, Suffix` as `First Last Suffix`; what has no comma is an organisation or in order already."""
    last, *others = (part.strip() for part in name.split(","))
    return " ".join(part for part in (*others[:1], last, *others[1:]) if part)


def _key(fields: list[EntryField], number: int) -> str:
    return next((field.value for field in fields if field.name == "ris:id"), str(number))
