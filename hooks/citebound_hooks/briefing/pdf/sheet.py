"""The surface that pages are drawn on: reportlab's canvas, without what PDF/A forbids."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from urllib.parse import quote

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from citebound_hooks.briefing.pdf.fonts import FontUse
from citebound_hooks.briefing.pdf.objects import ObjectStore, dictionary
from citebound_hooks.briefing.pdf.stream import Stream
from citebound_hooks.briefing.setting.elements import Element, LinkPlace
from citebound_hooks.briefing.setting.faces import Face

UNCHANGED = "%!#$&'()*+,/:;=?@[]~"  # of an address; all else is percent-encoded (ISO 32000-1, 12.6.4.7)
PAGE_ENTRIES = ["StructParents", "Tabs"]


class Sheet(Canvas):
    """A canvas that knows the fonts in use, the owners of marked content, and the links.

    Attributes:
        pages: For each finished page its internal name and the elements that own its marked content, by number.
        annotations: For each link its dictionary, its internal name and its element.
    """

    def __init__(self, width: float, height: float, language: str) -> None:
        self.pages: list[tuple[str, list[Element]]] = []
        self.annotations: list[tuple[pdfdoc.PDFDictionary, str, Element]] = []
        self._fonts: dict[Face, FontUse] = {}
        self._doc: Any = None
        super().__init__(
            BytesIO(), (width, height), pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=language
        )

    def _make_preamble(self) -> None:
        """Begins pages without choosing a font: reportlab's Helvetica would not be embedded."""
        self._preamble = "1 0 0 1 0 0 cm"

    @property
    def objects(self) -> ObjectStore:
        """The objects of the document."""
        return ObjectStore(self._doc)

    def data(self) -> bytes:
        """Returns the bytes of the finished document."""
        written: bytes = self._doc.GetPDFData(self)
        return written

    def font(self, face: Face) -> FontUse:
        """Returns the use of a face in this document."""
        use = self._fonts.get(face)
        if use is None:
            use = self._fonts[face] = FontUse(face, f"F{len(self._fonts) + 1}")
            self._doc.delayedFonts.append(use)
        return use

    def close_page(self, code: str, owners: list[Element]) -> None:
        """Finishes a page: its drawing operators, and who owns its marked content."""
        name = str(self._doc.thisPageName())
        self.showPage()
        page = self.objects.page(name)
        page.Contents = Stream(code.encode("ascii"))
        page.__NoDefault__ = [*page.__NoDefault__, *PAGE_ENTRIES]
        page.StructParents, page.Tabs = len(self.pages), pdfdoc.PDFName("S")
        self.pages.append((name, owners))

    def link(self, rectangle: str, target: str, title: str, element: Element) -> None:
        """Adds a link to an address, or to `#anchor`, for an element of the page under way."""
        if target.startswith("#"):
            goal: dict[str, object] = {"Dest": self._bookmark(target[1:])}
        else:
            goal = {"A": dictionary(S="/URI", URI=pdfdoc.PDFString(quote(target, safe=UNCHANGED)))}
        annotation = dictionary(
            Type="/Annot", Subtype="/Link", Rect=rectangle, Border="[0 0 0]", F=4,
            Contents=pdfdoc.PDFString(title), **goal,
        )  # fmt: skip
        element.kids.append(LinkPlace(len(self.pages), len(self.annotations)))
        name = f"Link{len(self.annotations)}"
        self._annotate(annotation, name)
        self.annotations.append((annotation, f"Annot.{name}", element))

    def _bookmark(self, name: str) -> object:
        """Returns a place that may be named later."""
        finder: Any = self
        return finder._bookmarkReference(name)

    def _annotate(self, annotation: pdfdoc.PDFDictionary, name: str) -> None:
        adder: Any = self
        adder._addAnnotation(annotation, name)
