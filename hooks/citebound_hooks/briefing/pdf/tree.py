"""The structure tree: what each mark on a page is, in the order of a careful reader (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator

from citebound_hooks.briefing.pdf.numbers import numbers, text_string
from citebound_hooks.briefing.pdf.sheet import Sheet
from citebound_hooks.briefing.setting.elements import Element, LinkPlace, MarkedContent


class TreeWriter:
    """Writes the tree under one element into a document."""

    def __init__(self, sheet: Sheet, root: Element) -> None:
        self._sheet, self._objects = sheet, sheet.objects
        self._elements = list(_walk(root))
        self._root = self._objects.number(len(self._elements) + 1)
        self._numbers = {element: at for at, element in enumerate(self._elements, self._root + 1)}
        self._pages = [number for number, _ in sheet.pages]
        self._links = [each.number for each in sheet.annotations]

    def write(self) -> None:
        """Adds the tree to the document's catalog, and the links that have their keys in it."""
        for element, number in self._numbers.items():
            self._objects.write(number, self._node(element))
        self._objects.write(self._root, self._tree())
        self._sheet.write_links()
        for element in self._elements:
            element.kids.clear()  # parts that know each other would wait for the garbage collector
        self._objects.describe(StructTreeRoot=f"{self._root} 0 R", MarkInfo="<</Marked true>>")

    def _node(self, element: Element) -> str:
        parent = self._numbers[element.parent] if element.parent else self._root
        page = next((kid.page for kid in element.kids if isinstance(kid, MarkedContent)), None)
        kids = " ".join(self._kid(kid, page) for kid in element.kids)
        entries = [f"/Type /StructElem /S /{element.tag} /P {parent} 0 R /K [{kids}]"]
        if page is not None:
            entries.append(f"/Pg {self._pages[page]} 0 R")
        entries += _attributes(element)
        return f"<<{' '.join(entries)}>>"

    def _kid(self, kid: Element | MarkedContent | LinkPlace, page: int | None) -> str:
        if isinstance(kid, Element):
            return f"{self._numbers[kid]} 0 R"
        where = f"/Pg {self._pages[kid.page]} 0 R"
        if isinstance(kid, LinkPlace):
            return f"<</Type /OBJR /Obj {self._links[kid.annotation]} 0 R {where}>>"
        return str(kid.number) if kid.page == page else f"<</Type /MCR {where} /MCID {kid.number}>>"

    def _tree(self) -> str:
        """Writes the root with the map from marked content and links back to their elements."""
        numbers = []
        for page, (_, owners) in enumerate(self._sheet.pages):
            numbers.append(f"{page} [{' '.join(f'{self._numbers[owner]} 0 R' for owner in owners)}]")
        for key, link in enumerate(self._sheet.annotations, len(numbers)):
            numbers.append(f"{key} {self._numbers[link.element]} 0 R")
        return (
            f"<</Type /StructTreeRoot /K [{self._numbers[self._elements[0]]} 0 R] "
            f"/ParentTree <</Nums [{' '.join(numbers)}]>> /ParentTreeNextKey {len(numbers)}>>"
        )


def _walk(root: Element) -> Iterator[Element]:
    """Yields all elements in reading order, without recursion: a tree may be deep."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]


def _attributes(element: Element) -> Iterator[str]:
    if element.scope:
        yield f"/A <</O /Table /Scope /{element.scope}>>"
    if element.numbering:
        yield f"/A <</O /List /ListNumbering /{element.numbering}>>"
    if element.box:
        yield f"/A <</O /Layout /Placement /Block /BBox [{numbers(*element.box)}]>>"
    if element.logical and not any(isinstance(kid, Element) for kid in element.kids):
        yield f"/ActualText {text_string(element.logical)}"
    if element.language:
        yield f"/Lang {text_string(element.language)}"
    if element.alternative:
        yield f"/Alt {text_string(element.alternative)}"
