"""The surface that pages are drawn on: reportlab's canvas, without what PDF/A forbids."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple
from urllib.parse import quote

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from citebound_hooks.briefing.pdf.file import file_of
from citebound_hooks.briefing.pdf.fonts import FontUse
from citebound_hooks.briefing.pdf.numbers import number, string
from citebound_hooks.briefing.pdf.objects import ObjectStore
from citebound_hooks.briefing.pdf.outline import Entry, write_outline
from citebound_hooks.briefing.setting.elements import Element, LinkPlace
from citebound_hooks.briefing.setting.faces import Face

UNCHANGED = "%!#$&'()*+,/:;=?@[]~"  # of an address; all else is percent-encoded (ISO 32000-1, 12.6.4.7)
PAGE_ENTRIES = ["StructParents", "Tabs"]


class Annotation(NamedTuple):
    """A link on a page.

    Attributes:
        page: The place of its page.
        number: Of its object.
        rectangle: Where it is.
        target: An address, or `#anchor`.
        title: What it says to who cannot see it.
        element: What it is in the structure.
    """

    page: int
    number: int
    rectangle: str
    target: str
    title: str
    element: Element


class Sheet(Canvas):
    """A canvas that knows the fonts in use, the owners of marked content, and the links.

    Attributes:
        pages: For each finished page the number of its object and the elements that own its marked content, by number.
        annotations: The links of all pages.
        uncovered: The characters that no font covers, shown by their numbers.
    """

    def __init__(self, width: float, height: float, language: str) -> None:
        self.pages: list[tuple[int, list[Element]]] = []
        self.annotations: list[Annotation] = []
        self.uncovered: set[str] = set()
        self._begun = self._annotated = 0
        self._entries: list[Entry] = []
        self._anchors: dict[str, tuple[int, float]] = {}
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
        for use in self._fonts.values():
            use.write(self.objects)
        return file_of(self._doc)

    def font(self, face: Face) -> FontUse:
        """Returns the use of a face in this document."""
        use = self._fonts.get(face)
        if use is None:
            use = self._fonts[face] = FontUse(face, f"F{len(self._fonts) + 1}")
        return use

    def begin_page(self) -> int:
        """Returns the place of a new page among all pages."""
        self._begun += 1
        return self._begun - 1

    def close_page(self, code: str, owners: list[Element]) -> None:
        """Finishes the next page in their order: its drawing operators, and who owns its marked content."""
        name = str(self._doc.thisPageName())
        here = len(self.pages)
        self.showPage()
        page = self.objects.page(name)
        page.Contents = self.objects.stream(code.encode("ascii"))
        page.Annots = [f"{each.number} 0 R" for each in self._links_of(here)]
        page.__NoDefault__ = [*page.__NoDefault__, *PAGE_ENTRIES]
        page.StructParents, page.Tabs = here, pdfdoc.PDFName("S")
        self.pages.append((self.objects.number_of(name), owners))

    def _links_of(self, page: int) -> Iterator[Annotation]:
        """Yields the links of the next page."""
        while self._annotated < len(self.annotations) and self.annotations[self._annotated].page == page:
            yield self.annotations[self._annotated]
            self._annotated += 1

    def anchor(self, page: int, name: str, height: float) -> None:
        """Names a height of a page, for links to lead to."""
        self._anchors[name] = page, height

    def entry(self, title: str, level: int, anchor: str) -> None:
        """Adds an entry to the document outline that leads to an anchor."""
        self._entries.append(Entry(title, level, anchor))

    def link(self, page: int, rectangle: str, target: str, title: str, element: Element) -> None:
        """Adds a link to an address, or to `#anchor`, for an element of a page; of all pages in their order."""
        element.kids.append(LinkPlace(page, len(self.annotations)))
        self.annotations.append(Annotation(page, self.objects.number(), rectangle, target, title, element))

    def write_outline(self) -> None:
        """Writes the document outline."""
        entries = [(entry, self._place(entry.anchor)) for entry in self._entries]
        root = write_outline(self.objects, entries) if entries else None
        self.objects.describe(Outlines=root)

    def write_links(self) -> None:
        """Writes all links, when all anchors have their places; their keys in the tree follow those of the pages."""
        objects = self.objects
        for key, each in enumerate(self.annotations, len(self.pages)):
            objects.write(
                each.number,
                f"<</Type /Annot /Subtype /Link /Rect {each.rectangle} /Border [0 0 0] /F 4 "
                f"/Contents {string(each.title)} {self._goal(each.target)} /StructParent {key}>>",
            )

    def _goal(self, target: str) -> str:
        if not target.startswith("#"):
            return f"/A <</S /URI /URI {string(quote(target, safe=UNCHANGED))}>>"
        if target[1:] not in self._anchors:
            return ""  # the place is empty and was never painted
        return f"/Dest {self._place(target[1:])}"

    def _place(self, anchor: str) -> str:
        page, height = self._anchors[anchor]
        return f"[{self.pages[page][0]} 0 R /XYZ 0 {number(height)} 0]"
