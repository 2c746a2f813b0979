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

    def reference(self, value: pdfdoc.PDFObject, name: str | None = None) -> pdfdoc.PDFObjectReference:
        """Adds an object and returns a reference to it."""
        made: pdfdoc.PDFObjectReference = self._document.Reference(value, name)
        return made

    def reserve(self, name: str) -> int:
        """Gives a number to an object that comes later."""
        self._document.Reference(pdfdoc.PDFDictionary({}), name)
        return self.number_of(name)

    def replace(self, name: str, value: pdfdoc.PDFObject) -> None:
        """Puts an object where a number was reserved."""
        self._document.idToObject[name] = value

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
