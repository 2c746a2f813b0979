"""The text object of one page: its operators, marked for the structure tree as they are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from citebound_hooks.briefing.pdf.fonts import FontUse
from citebound_hooks.briefing.pdf.numbers import number, numbers, text_string
from citebound_hooks.briefing.pdf.sheet import Sheet
from citebound_hooks.briefing.setting.elements import Element, MarkedContent
from citebound_hooks.briefing.setting.faces import Face
from citebound_hooks.briefing.setting.pen import ElementOf
from citebound_hooks.briefing.setting.shaped import Shaped
from citebound_hooks.briefing.setting.type import Sort, Type
from citebound_hooks.briefing.setting.words import Piece

NOTHING = object()
LEAD = 1.0  # points before a line


@dataclass(slots=True)
class _State:
    """What the text object was last told."""

    owner: object = NOTHING
    face: Face | None = None
    type: Type | None = None
    array: list[str] = field(default_factory=list)


class TextPen:
    """Sets words, and notes whose they are.

    Attributes:
        code: The operators so far.
        owners: The elements that own the page's marked content, by number.
    """

    def __init__(self, sheet: Sheet, page: int) -> None:
        self._sheet, self._page = sheet, page
        self.code: list[str] = []
        self.owners: list[Element] = []
        self._use: FontUse
        self._state = _State()

    def place(self, x: float, y: float, stretched: float = 1.0) -> None:
        """Goes to a place on the paper; from there glyphs are so many times as wide."""
        self._flush()
        wide = "1" if stretched == 1.0 else f"{stretched:.4f}"
        self.code.append(f"{wide} 0 0 1 {numbers(x, y)} Tm")

    def set_all(self, pieces: Sequence[Piece], element_of: ElementOf | None = None) -> None:
        """Sets pieces one after another, each as a part of its element; without `element_of`, of the one under way."""
        state, run = self._state, None
        for piece in pieces:
            if piece.run is not run:
                run = piece.run
                if element_of and (element := element_of(run.inline)) is not state.owner:
                    self.mark(element, element)
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

    def lead(self, pieces: Sequence[Piece], place: tuple[float, float], element: Element | None) -> None:
        """Begins a line whose first words are smaller than others with a space of no width in the larger type.

        Poppler takes lines for one paragraph by the size of the first; a label would part it from the lines below.
        """
        first = pieces[0].run
        if element is None or first is pieces[-1].run:
            return
        if all(piece.run.type.size <= first.type.size for piece in pieces):
            return
        if element is not self._state.owner:
            self.mark(element, element)
        largest = max((piece.run.type for piece in pieces), key=lambda type_: type_.size)
        blank = largest.cast(" ").sorts[0]
        self.place(place[0] - LEAD, place[1], LEAD / blank.width)
        self._choose(blank.face, largest)
        self.mean("\u200b")
        self.blank(blank, largest)
        self.meant()

    def draw(self, pieces: Sequence[Piece]) -> None:
        """Sets pieces one after another; what they mean is said elsewhere."""
        for piece in pieces:
            self.blank(piece.sort, piece.run.type)

    def blank(self, sort: Sort, type_: Type) -> None:
        """Sets a piece as glyphs only."""
        if sort.face is not self._state.face or type_ is not self._state.type:
            self._choose(sort.face, type_)
        self._use.spells(sort.shaped)
        if sort.instead_of and not sort.instead_of.isspace():
            self._sheet.uncovered.add(sort.instead_of)
        self._show(sort.shaped, type_.size)
        self._flush()

    def mean(self, text: str) -> None:
        """Begins a stretch with a text of its own (ISO 32000-1, 14.9.4)."""
        self._flush()
        self.code.append(f"/Span <</ActualText {text_string(text)}>> BDC")

    def meant(self) -> None:
        """Ends such a stretch."""
        self._flush()
        self.code.append("EMC")

    def mark_end(self, face: Face, mark: str) -> None:
        """Adds a mark of direction, on a blank of the face in use."""
        blank = face.shape(" ", False, ())
        self._sheet.font(face).spells(blank)
        self.mean(mark)
        self.code.append(f"[{blank.code}] TJ")
        self.meant()

    def mark(self, owner: object, element: Element | None = None, number: int | None = None) -> None:
        """Ends the marked content under way and begins that of another owner, under its next number or a given one."""
        self._flush()
        if self._state.owner is not NOTHING:
            self.code.append("EMC")
        self._state.owner = owner
        if element is not None:
            number = self.number(element) if number is None else number
            self.code.append(f"/{element.tag} <</MCID {number}>> BDC")
        elif owner is None:
            self.code.append("/Artifact <</Type /Pagination>> BDC")

    def rest(self) -> None:
        """Ends the marked content under way and forgets the type: what comes next hangs on nothing before it."""
        self.mark(NOTHING)
        if self._state.type is not None and self._state.type.tracking:
            self.code.append("0 Tc")
        self._state.face = self._state.type = None

    def number(self, element: Element) -> int:
        """Gives an element its next piece of marked content on this page."""
        element.join()
        element.kids.append(MarkedContent(self._page, len(self.owners)))
        self.owners.append(element)
        return len(self.owners) - 1

    def _set(self, sort: Sort, type_: Type) -> None:
        """Sets a piece that is met for the first time, or is not shown by its plain code."""
        spelt = self._use.spells(sort.shaped) and sort.instead_of is None
        if sort.instead_of and not sort.instead_of.isspace():
            self._sheet.uncovered.add(sort.instead_of)
        if spelt or self._state.owner is None:
            self._show(sort.shaped, type_.size)
            return
        self.mean(sort.instead_of or sort.shaped.text)
        self._show(sort.shaped, type_.size)
        self.meant()

    def _show(self, shaped: Shaped, size: float) -> None:
        if shaped.code is not None:
            self._state.array.append(shaped.code)
            return
        for rise, code in shaped.strokes:
            if rise:
                self._flush()
                self.code.append(f"{number(rise * size / 1000)} Ts [{code}] TJ 0 Ts")
            else:
                self._state.array.append(code)

    def _flush(self) -> None:
        if self._state.array:
            self.code.append(f"[{''.join(self._state.array).replace('><', '')}] TJ")
            self._state.array.clear()

    def _choose(self, face: Face, type_: Type) -> None:
        """Changes font, colour and tracking, as far as they differ."""
        state = self._state
        self._flush()
        self._use = self._sheet.font(face)
        if face is not state.face or state.type is None or type_.size != state.type.size:
            self.code.append(f"/{self._use.resource} {number(type_.size)} Tf")
        if state.type is None or type_.colour != state.type.colour:
            self.code.append(f"{numbers(*type_.colour)} rg")
        if type_.tracking != (state.type.tracking if state.type else 0.0):
            self.code.append(f"{number(type_.tracking)} Tc")
        state.face, state.type = face, type_
