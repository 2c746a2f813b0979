"""The pen for one page: writes drawing operators, marked for the structure tree as it goes.

Rules and tints come first, as artifacts, then the shapes of figures; then all words in one text object, in reading
order. Words without an element are artifacts too, so nothing can stand on a page unmarked (ISO 14289-1, 7.1).
"""

from __future__ import annotations

from collections.abc import Sequence

from citebound_hooks.briefing.pdf.mixed_lines import mixed_line
from citebound_hooks.briefing.pdf.numbers import numbers
from citebound_hooks.briefing.pdf.page_direction import SetLine, settle
from citebound_hooks.briefing.pdf.shapes import operators
from citebound_hooks.briefing.pdf.sheet import Sheet
from citebound_hooks.briefing.pdf.text_pen import NOTHING, TextPen
from citebound_hooks.briefing.setting.drawing import Colour, Shape
from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.lines import Line
from citebound_hooks.briefing.setting.pen import ElementOf
from citebound_hooks.briefing.setting.runs import Inline
from citebound_hooks.briefing.setting.words import Piece


class PagePen:
    """Draws on one page of a sheet. Places are in points from the upper left corner of the paper."""

    def __init__(self, sheet: Sheet, height: float, margin: tuple[float, float]) -> None:
        self._sheet, self._height = sheet, height
        self._left, self._top = margin
        self._shapes: list[str] = []
        self._figures: list[str] = []
        self._page = sheet.begin_page()
        self._text = TextPen(sheet, self._page)
        self._lines: list[SetLine] = []

    def rest(self) -> None:
        """Keeps no more of the page than its operators until it is finished."""
        if not any(each.mixed for each in self._lines):
            self._text.code = ["\n".join(self._text.code)]
            self._lines.clear()

    def finish(self) -> None:
        """Closes the page, as those before it are."""
        self._text.mark(NOTHING)
        settle(self._text, self._lines)
        shapes = ["/Artifact BMC", *self._shapes, "EMC"] if self._shapes else []
        text = ["BT", *self._text.code, "ET"] if self._text.code else []
        self._sheet.close_page("\n".join(shapes + self._figures + text), self._text.owners)

    def rule(self, left: float, top: float, right: float, thickness: float, colour: Colour) -> None:
        """Draws a horizontal rule."""
        self.tint(left, top - thickness / 2, right - left, thickness, colour)

    def tint(self, left: float, top: float, width: float, height: float, colour: Colour) -> None:
        """Fills a rectangle."""
        x, y = self._left + left, self._height - self._top - top - height
        self._shapes.append(f"{numbers(*colour)} rg {numbers(x, y, width, height)} re f")

    def figure(
        self, shapes: Sequence[Shape], left: float, top: float, size: tuple[float, float], element: Element
    ) -> None:
        """Draws the shapes of a figure; its words come later, in the text object."""
        x, y = self._left + left, self._height - self._top - top
        element.box = (x, y - size[1], x + size[0], y)
        self._figures.append(f"/{element.tag} <</MCID {self._text.number(element)}>> BDC")
        self._figures += [operators(shape, x, y) for shape in shapes]
        self._figures.append("EMC")

    def anchor(self, name: str, top: float) -> None:
        """Names this height of the page."""
        self._sheet.anchor(self._page, name, self._height - self._top - top + 4)

    def outline(self, title: str, level: int, anchor: str) -> None:
        """Adds an entry to the document outline."""
        self._sheet.entry(title, level, anchor)

    def words(self, line: Line, left: float, base: float, element_of: ElementOf) -> None:
        """Sets a line of words; from left to right, though the tree has them in the order of reading."""
        if not line.pieces:
            return
        x, y = self._left + left, self._height - self._top - base
        text = self._text
        mixed = mixed_line(text, line, (x, y), element_of) if line.order else None
        if mixed is None:
            pieces = [line.pieces[at] for at in line.order] if line.order else line.pieces
            text.lead(pieces, (x + line.start, y), element_of(pieces[0].run.inline))
            text.place(x + line.start, y)
            text.set_all(pieces, element_of)
        self._lines.append(SetLine(len(text.code), line, mixed))
        if not _is_plain(line.pieces):
            self._links(line, x, y, element_of)

    def _links(self, line: Line, x: float, y: float, element_of: ElementOf) -> None:
        """Lays a link over each stretch of the line that leads somewhere."""
        places: dict[Inline, tuple[float, float, float]] = {}
        for piece, offset in zip(line.pieces, line.lefts, strict=True):
            link = _link_of(piece.run.inline)
            if link is not None:
                left, right, size = places.get(link, (offset, offset, 0.0))
                right = max(right, offset + piece.sort.width - piece.sort.blank)
                places[link] = min(left, offset), right, max(size, piece.run.type.size)
        for link, (left, right, size) in places.items():
            element = element_of(link)
            if element is not None:
                box = numbers(x + left, y - 0.28 * size, x + right, y + 0.86 * size)
                self._sheet.link(self._page, f"[{box}]", link.target or "", link.title, element)


def _is_plain(pieces: Sequence[Piece]) -> bool:
    """Tells whether words are of the paragraph alone, with no stretch of another meaning among them."""
    run = pieces[0].run
    return (run is pieces[-1].run or all(piece.run.inline is None for piece in pieces)) and run.inline is None


def _link_of(inline: Inline | None) -> Inline | None:
    while inline is not None and inline.target is None:
        inline = inline.outer
    return inline
