"""The objects of a PDF under way: a typed door to reportlab's document."""

from __future__ import annotations

from hashlib import md5
from typing import Any

from reportlab.pdfbase import pdfdoc

CATALOG_ENTRIES = ["AF", "OutputIntents"]


class ObjectStore:
    """Numbers objects and finds them again.

    Args:
        document: reportlab's `PDFDocument`, whose types are not known.
    """

    def __init__(self, document: Any) -> None:
        self._document = document
        self._written: dict[int, bytes] = vars(document).setdefault("written", {})

    def reference(self, value: pdfdoc.PDFObject, name: str | None = None) -> pdfdoc.PDFObjectReference:
        """Adds an object and returns a reference to it."""
        made: pdfdoc.PDFObjectReference = self._document.Reference(value, name)
        return made

    def number(self, count: int = 1) -> int:
        """Gives numbers to objects that are written as text later; returns the first."""
        first: int = self._document.objectcounter + 1
        self._document.objectcounter += count
        return first

    def write(self, number: int, text: str) -> None:
        """Writes an object of plain text: quicker than one of reportlab's, of which there would be thousands."""
        self._written[number] = text.encode("ascii")

    def number_of(self, name: str) -> int:
        """Returns the number of a named object."""
        found: int = self._document.idToObjectNumberAndVersion[name][0]
        return found

    def page(self, name: str) -> Any:
        """Returns a finished page."""
        return self._document.idToObject[name]

    def add_font(self, resource: str, font: pdfdoc.PDFObject) -> None:
        """Puts a font into the resources that all pages share."""
        self._document.idToObject["BasicFonts"].dict[resource] = self.reference(font)

    def describe(self, **entries: object) -> None:
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

    def identify(self, content: bytes) -> None:
        """Draws the file's identifier from its content; reportlab would draw it from the environment."""
        self._document.signature = md5(content, usedforsecurity=False)


def dictionary(**entries: object) -> pdfdoc.PDFDictionary:
    """Makes a dictionary object."""
    return pdfdoc.PDFDictionary(entries)


def array(values: list[Any]) -> pdfdoc.PDFArray:
    """Makes an array object."""
    return pdfdoc.PDFArray(values)
