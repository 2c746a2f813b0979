"""The words of a DOCX part in their order: one walk without recursion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from citebound.model import BlockKind
from citebound_hooks.readers.docx.styles import Styles, W

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
# Not said any more (tracked deletions, moved text, field codes), or said twice (the fallback of a drawing).
_LEFT_OUT = {
    f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}sdtPr", f"{W}rPr", f"{W}tblPr", f"{W}sectPr",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}  # fmt: skip
_SIGNS = {
    f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "",
}  # fmt: skip
_PARAGRAPH, _RUN, _TEXT = f"{W}p", f"{W}r", f"{W}t"
_ROW, _CELL, _BOX = f"{W}tr", f"{W}tc", f"{W}txbxContent"

Said = tuple[str, BlockKind, int]


def words_of(root: etree._Element, styles: Styles) -> Iterator[Said]:
    """Yields text, kind and heading level of each block of a part; text boxes come after their paragraph."""
    return iter(_Walk(styles).run(root))


class _Walk:
    """The state of the walk: the open paragraphs (text boxes nest them), and the cells of the open rows."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.said: list[Said] = []
        self.paragraphs: list[list[str]] = []
        self.rows: list[list[list[str]]] = []
        self.boxes: list[list[Said]] = []

    def run(self, root: etree._Element) -> list[Said]:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if event == "start":
                if tag in _LEFT_OUT or (tag == _RUN and self.styles.hides(element)):
                    walker.skip_subtree()
                else:
                    self.enter(tag, element)
            elif tag == _PARAGRAPH:
                self.end_paragraph(element)
            elif tag == _ROW:
                self.end_row()
            elif tag == _BOX:
                self.end_box()
        return self.said

    def enter(self, tag: str, element: etree._Element) -> None:
        if tag == _TEXT and self.paragraphs:
            self.paragraphs[-1].append(_text(element))
        elif tag in _SIGNS and self.paragraphs:
            self.paragraphs[-1].append(_SIGNS[tag])
        elif tag == _PARAGRAPH:
            self.paragraphs.append([])
        elif tag == _ROW:
            self.rows.append([])
        elif tag == _CELL and self.rows:
            self.rows[-1].append([])
        elif tag == _BOX:
            self.boxes.append(self.said)
            self.said = []

    def end_paragraph(self, element: etree._Element) -> None:
        text = "".join(self.paragraphs.pop())
        meaning = self.styles.meaning(element)
        for line in text.split("\n"):
            folded = _BLANKS.sub(" ", line).strip(" ")
            if not folded.strip():
                continue
            if self.rows and self.rows[-1]:
                self.rows[-1][-1].append(folded)
            else:
                self.said.append((folded, meaning.kind, meaning.level))

    def end_row(self) -> None:
        cells = [" ".join(cell) for cell in self.rows.pop()]
        text = "\t".join(cells).strip("\t")
        if not text:
            return
        if self.rows and self.rows[-1]:  # a table in a cell: its rows are words of that cell
            self.rows[-1][-1].append(text.replace("\t", " "))
        else:
            self.said.append((text, "table-row" if "\t" in text else "paragraph", 0))

    def end_box(self) -> None:
        inside = self.said
        self.said = self.boxes.pop()
        self.said.extend(inside)


def _text(element: etree._Element) -> str:
    """Returns the words of a run; a raised figure doesn't run into the figure before it."""
    text = element.text or ""
    run = element.getparent()
    if not text.isdecimal() or run is None:
        return text
    place = run.find(f"{W}rPr/{W}vertAlign")
    raised = place is not None and place.get(f"{W}val") == "superscript"
    return text.translate(_RAISED) if raised else text
