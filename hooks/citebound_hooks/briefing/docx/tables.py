"""Tables: a head that is repeated on each page, rows that stay whole, names for those who cannot see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from citebound_hooks.briefing.docx.elements import element, measure
from citebound_hooks.briefing.docx.paragraphs import Paragraphs, Place

if TYPE_CHECKING:
    from lxml.etree import _Element

GAP = 5.0


def table_frame(
    style: str, widths: Sequence[float], title: str | None, padding: float, rows: Iterable[_Element]
) -> list[_Element]:
    """Makes a table, and the empty paragraph that keeps it apart from another one behind it.

    Args:
        style: Its style's id.
        widths: Of the columns, in points.
        title: What it is, in words.
        padding: Above and below what is in a cell, in points.
        rows: Its rows.
    """
    around = {"top": padding, "left": 0.0, "bottom": padding, "right": GAP}
    margins = (element(side, w=measure(width), type="dxa") for side, width in around.items())
    rows = list(rows)
    head = next(rows[0].iter(qn("w:tblHeader")), None) is not None
    properties = element(
        "tblPr", element("tblStyle", val=style), element("tblW", w=measure(sum(widths)), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *margins),
        element("tblLook", val="04A0" if head else "0480", firstRow="1" if head else "0", firstColumn="1",
                lastRow="0", lastColumn="0", noHBand="1", noVBand="1"),
        element("tblCaption", val=title) if title else None,
    )  # fmt: skip
    grid = element("tblGrid", *(element("gridCol", w=measure(width)) for width in widths))
    return [element("tbl", properties, grid, *rows), thin()]


def row_of(cells: Iterable[_Element], *, head: bool = False) -> _Element:
    """Makes a row that no page break divides."""
    return element(
        "tr", element("trPr", element("cantSplit"), element("tblHeader") if head else None), *cells
    )


def cell_of(blocks: Sequence[_Element], width: float, *, merged: str | None = None) -> _Element:
    """Makes a cell, which holds a paragraph even if it is empty.

    Args:
        blocks: Its paragraphs.
        width: In points.
        merged: `restart` if it reaches down over the cells below it, `continue` for those.
    """
    properties = element(
        "tcPr",
        element("tcW", w=measure(width), type="dxa"),
        element("vMerge", val=merged) if merged else None,
    )
    return element("tc", properties, *(blocks or [element("p")]))


def scaled(columns: Sequence[float], whole: float) -> list[float]:
    """Returns widths that fill the text, in the proportions of the style."""
    return [width * whole / sum(columns) for width in columns]


def table(node: _Element, paragraphs: Paragraphs, style: str) -> Iterator[_Element]:
    """Yields a table of the markup."""
    kind, rows = str(node.get("kind")), [row for row in node if len(row)]
    if not any(row.tag == "row" for row in rows):
        return
    count = max(map(len, rows))
    columns = paragraphs.style.tables[kind].columns if kind in paragraphs.style.tables else ()
    widths = scaled(columns[:count] if len(columns) >= count else [1.0] * count, paragraphs.width)
    padding = paragraphs.style.tables[kind].padding if kind in paragraphs.style.tables else GAP
    made = (_row(row, widths, paragraphs) for row in rows)
    yield from table_frame(style, widths, _title_of(node), padding, made)


def _row(row: _Element, widths: Sequence[float], paragraphs: Paragraphs) -> _Element:
    cells = []
    for at, (cell, width) in enumerate(zip(row, widths, strict=False)):
        names = (str(row.get("id")),) if row.get("id") and at == 0 else ()
        blocks = [
            made
            for number, child in enumerate(cell)
            for made in paragraphs.paragraph(child, Place() if number else Place(names=names, before=0.0))
        ]
        cells.append(cell_of(blocks, width))
    return row_of(cells, head=row.tag == "head")


def _title_of(node: _Element) -> str | None:
    """Returns the words of the nearest heading before a table in its section."""
    before = [sibling for sibling in node.itersiblings(preceding=True) if sibling.tag == "heading"]
    return "".join(map(str, before[0].itertext())) if before else None


def thin(height: float = 3.0) -> _Element:
    """Makes an empty paragraph of a height in points."""
    spacing = element("spacing", before="0", after="0", line=measure(height), lineRule="exact")
    return element("p", element("pPr", spacing, element("rPr", element("sz", val="2"))))
