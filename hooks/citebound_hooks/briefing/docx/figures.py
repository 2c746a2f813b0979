"""Figures, for those who edit: a list of dates, a table of the ways from speaker to page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from citebound_hooks.briefing.docx.paragraphs import Paragraphs, Place
from citebound_hooks.briefing.docx.tables import cell_of, row_of, table_frame, thin

if TYPE_CHECKING:
    from lxml.etree import _Element

PADDING = 1.5


def timeline(node: _Element, paragraphs: Paragraphs) -> Iterator[_Element]:
    """Yields the dates in their order, each with what happened. The caption tells of marks that are drawn elsewhere."""
    for moment in node.iterchildren("moment"):
        for child in moment:
            yield from paragraphs.paragraph(child, Place())


def chain(node: _Element, paragraphs: Paragraphs, style: str) -> Iterator[_Element]:
    """Yields a table with a column for each stage and a row for each route; all lead to the parties of the end."""
    stages = list(node.iterchildren("stage"))
    width = paragraphs.width / len(stages)
    head = row_of((cell_of(_said(stage, paragraphs), width) for stage in stages), head=True)
    rows = [
        _row(route, [str(stage.get("name")) for stage in stages], width, paragraphs, first=at == 0)
        for at, route in enumerate(node.iterchildren("route"))
    ]
    yield thin(8)
    yield from table_frame(style, [width] * len(stages), str(node.get("alt")), PADDING, [head, *rows])
    for caption in node.iterchildren("caption"):
        yield from paragraphs.paragraph(caption, Place())


def _row(
    route: _Element, stages: list[str], width: float, paragraphs: Paragraphs, *, first: bool
) -> _Element:
    own = {str(party.get("stage")): party for party in route}
    shared = {str(party.get("stage")): party for party in next(route.itersiblings("end"))}
    cells = []
    for stage in stages:
        if stage in shared:
            blocks = _said(shared[stage], paragraphs) if first else []
            cells.append(cell_of(blocks, width, merged="restart" if first else "continue"))
        else:
            cells.append(cell_of(_said(own[stage], paragraphs) if stage in own else [], width))
    return row_of(cells)


def _said(node: _Element, paragraphs: Paragraphs) -> list[_Element]:
    return [made for child in node for made in paragraphs.paragraph(child, Place())]
