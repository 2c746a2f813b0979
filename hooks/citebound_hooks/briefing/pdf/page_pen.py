"""The pen for one page: writes drawing operators, marked for the structure tree as it goes.

Rules and tints come first, as artifacts, then the shapes of figures; then all words in one text object, in reading
order. Words without an element are artifacts too, so nothing can stand on a page unmarked (ISO 14289-1, 7.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from citebound_hooks.briefing.pdf.fonts import FontUse
from citebound_hooks.briefing.pdf.numbers import number, numbers, text_string
from citebound_hooks.briefing.pdf.shapes import operators
from citebound_hooks.briefing.pdf.sheet import Sheet
from citebound_hooks.briefing.setting.drawing import Colour, Shape
from citebound_hooks.briefing.setting.elements import Element, MarkedContent
from citebound_hooks.briefing.setting.faces import Face
from citebound_hooks.briefing.setting.lines import Line
from citebound_hooks.briefing.setting.pen import ElementOf
from citebound_hooks.briefing.setting.runs import Inline
from citebound_hooks.briefing.setting.shaped import Shaped
from citebound_hooks.briefing.setting.type import Sort, Type
from citebound_hooks.briefing.setting.words import Piece

NOTHING = object()


@dataclass(slots=True)
class _State:
    """What the text object was last told."""

    owner: object = NOTHING
    face: Face | None = None
    type: Type | None = None
    array: list[str] = field(default_factory=list)


class PagePen:
    """Draws on one page of a sheet. Places are in points from the upper left corner of the paper."""

    def __init__(self, sheet: Sheet, height: float, margin: tuple[float, float]) -> None:
        self._sheet, self._height = sheet, height
        self._left, self._top = margin
        self._shapes: list[str] = []
        self._figures: list[str] = []
        self._code: list[str] = []
        self._owners: list[Element] = []
        self._reserved: list[int] = []
        self._use: FontUse
        self._state = _State()

    def finish(self) -> None:
        """Closes the page."""
        self._mark(NOTHING, None)
        shapes = ["/Artifact BMC", *self._shapes, "EMC"] if self._shapes else []
        text = ["BT", *self._code, "ET"] if self._code else []
        self._sheet.close_page("\n".join(shapes + self._figures + text), self._owners)

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
        self._figures.append(f"/{element.tag} <</MCID {self._number(element)}>> BDC")
        self._figures += [operators(shape, x, y) for shape in shapes]
        self._figures.append("EMC")

    def anchor(self, name: str, top: float) -> None:
        """Names this height of the page."""
        self._sheet.anchor(name, self._height - self._top - top + 4)

    def outline(self, title: str, level: int, anchor: str) -> None:
        """Adds an entry to the document outline."""
        self._sheet.entry(title, level, anchor)

    def words(self, line: Line, left: float, base: float, element_of: ElementOf) -> None:
        """Sets a line of words; from left to right, though the tree has them in the order of reading."""
        if not line.pieces:
            return
        x, y = self._left + left, self._height - self._top - base
        order = line.order or range(len(line.pieces))
        if line.order:
            self._reserve([element_of(line.pieces[at].run.inline) for at in order], order)
        self._flush()
        self._code.append(f"1 0 0 1 {numbers(x + line.start, y)} Tm")
        if self._set_all([line.pieces[at] for at in order], element_of):
            self._links(line, x, y, element_of)

    def _set_all(self, pieces: list[Piece], element_of: ElementOf) -> bool:
        """Sets pieces one after another; tells whether any of them is a link."""
        state, run, linked = self._state, None, False
        for piece in pieces:
            if piece.run is not run:
                run = piece.run
                self._own(element_of(run.inline))
                linked = linked or _link_of(run.inline) is not None
                if run.type is not state.type:
                    self._choose(piece.sort.face, run.type)
            sort = piece.sort
            if sort.face is not state.face:
                self._choose(sort.face, piece.run.type)
            code = self._use.codes.get(sort.shaped)
            if code is not None and sort.instead_of is None:
                state.array.append(code)
            else:
                self._set(sort, piece.run.type)
        self._flush()
        return linked

    def _reserve(self, elements: list[Element | None], order: Sequence[int]) -> None:
        """Numbers the stretches of a mixed line in the order of reading, before they are set from left to right."""
        self._mark(NOTHING, None)
        stretches = []
        for element, group in groupby(range(len(elements)), key=lambda at: elements[at]):
            if element is not None:
                stretches.append((min(order[at] for at in group), element))
        numbered = [
            (first, element, self._number(element))
            for first, element in sorted(stretches, key=lambda s: s[0])
        ]
        places = {first: number for first, _, number in numbered}
        self._reserved = [places[first] for first, _ in stretches]

    def _set(self, sort: Sort, type_: Type) -> None:
        """Sets a piece that is met for the first time, or is not shown by its plain code."""
        spelt = self._use.spells(sort.shaped) and sort.instead_of is None
        if spelt or self._state.owner is None:
            self._show(sort.shaped, type_.size)
            return
        self._flush()
        actual = text_string(sort.instead_of or sort.shaped.text)
        self._code.append(f"/Span <</ActualText {actual}>> BDC")
        self._show(sort.shaped, type_.size)
        self._flush()
        self._code.append("EMC")

    def _show(self, shaped: Shaped, size: float) -> None:
        if shaped.code is not None:
            self._state.array.append(shaped.code)
            return
        for rise, code in shaped.strokes:
            if rise:
                self._flush()
                self._code.append(f"{number(rise * size / 1000)} Ts [{code}] TJ 0 Ts")
            else:
                self._state.array.append(code)

    def _flush(self) -> None:
        if self._state.array:
            self._code.append(f"[{''.join(self._state.array).replace('><', '')}] TJ")
            self._state.array.clear()

    def _choose(self, face: Face, type_: Type) -> None:
        """Changes font, colour and tracking, as far as they differ."""
        state = self._state
        self._flush()
        self._use = self._sheet.font(face)
        if face is not state.face or state.type is None or type_.size != state.type.size:
            self._code.append(f"/{self._use.resource} {number(type_.size)} Tf")
        if state.type is None or type_.colour != state.type.colour:
            self._code.append(f"{numbers(*type_.colour)} rg")
        if type_.tracking != (state.type.tracking if state.type else 0.0):
            self._code.append(f"{number(type_.tracking)} Tc")
        state.face, state.type = face, type_

    def _own(self, element: Element | None) -> None:
        if element is not self._state.owner:
            self._mark(element, element)

    def _mark(self, owner: object, element: Element | None) -> None:
        """Ends the marked content under way and begins that of another owner."""
        self._flush()
        if self._state.owner is not NOTHING:
            self._code.append("EMC")
        self._state.owner = owner
        if element is not None:
            number = self._reserved.pop(0) if self._reserved else self._number(element)
            self._code.append(f"/{element.tag} <</MCID {number}>> BDC")
        elif owner is None:
            self._code.append("/Artifact <</Type /Pagination>> BDC")

    def _number(self, element: Element) -> int:
        """Gives an element its next piece of marked content on this page."""
        element.join()
        element.kids.append(MarkedContent(len(self._sheet.pages), len(self._owners)))
        self._owners.append(element)
        return len(self._owners) - 1

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
                self._sheet.link(f"[{box}]", link.target or "", link.title, element)


def _link_of(inline: Inline | None) -> Inline | None:
    while inline is not None and inline.target is None:
        inline = inline.outer
    return inline
