"""The objects of a PDF under way: a typed door to reportlab's document.

Objects are written as text: of links and structure elements there are thousands, and reportlab's own are slow to write.
"""

from __future__ import annotations

from typing import Any
from zlib import compress

CATALOG_ENTRIES = ["AF", "OutputIntents"]


class ObjectStore:
    """Numbers objects and finds them again.

    Args:
        document: reportlab's `PDFDocument`, whose types are not known.
    """

    def __init__(self, document: Any) -> None:
        self._document = document
        self._written: dict[int, bytes] = vars(document).setdefault("written", {})

    def number(self, count: int = 1) -> int:
        """Gives numbers to objects that are written later; returns the first."""
        first: int = self._document.objectcounter + 1
        self._document.objectcounter += count
        return first

    def write(self, number: int, text: str) -> None:
        """Writes an object that has its number."""
        self._written[number] = text.encode("ascii")

    def add(self, text: str) -> str:
        """Writes an object and returns a reference to it."""
        number = self.number()
        self.write(number, text)
        return f"{number} 0 R"

    def stream(self, content: bytes, entries: str = "", *, legible: bool = False) -> str:
        """Writes a stream and returns a reference to it.

        Reportlab's streams lack the line end before `endstream` that PDF/A wants (ISO 19005-3, 6.1.7.1).

        Args:
            content: The bytes.
            entries: Of its dictionary, without length and filter.
            legible: True for metadata, which programs without a PDF reader look for: they are not compressed.
        """
        data = content if legible else compress(content)
        coded = "" if legible else " /Filter /FlateDecode"
        number = self.number()
        head = f"<<{entries} /Length {len(data)}{coded}>>\nstream\n".encode("ascii")
        self._written[number] = head + data + b"\nendstream"
        return f"{number} 0 R"

    def number_of(self, name: str) -> int:
        """Returns the number of a named object."""
        found: int = self._document.idToObjectNumberAndVersion[name][0]
        return found

    def page(self, name: str) -> Any:
        """Returns a finished page."""
        return self._document.idToObject[name]

    def add_font(self, resource: str, font: str) -> None:
        """Puts a font into the resources that all pages share."""
        self._document.idToObject["BasicFonts"].dict[resource] = font

    def describe(self, **entries: str | None) -> None:
        """Sets entries of the catalog, with those that reportlab does not know."""
        catalog = self._document.Catalog
        catalog.__NoDefault__ = [
            *catalog.__NoDefault__,
            *(name for name in CATALOG_ENTRIES if name in entries),
        ]
        for name, value in entries.items():
            setattr(catalog, name, value)

    def date(self, stamp: object) -> None:
        """Sets the dates of the document."""
        self._document._timeStamp = stamp
