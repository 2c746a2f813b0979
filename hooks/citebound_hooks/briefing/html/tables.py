"""Tables: column heads and row heads, named by the heading above them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from markupsafe import Markup

from citebound_hooks.briefing.html.tags import line, tag

if TYPE_CHECKING:
    from lxml.etree import _Element


def table(node: _Element, paragraph: Callable[[_Element], Markup], name: str | None) -> Markup:
    """Writes a table inside a frame that scrolls where the page is too narrow for it.

    Args:
        node: The table.
        paragraph: Writes a paragraph of a cell.
        name: The id of its heading.
    """
    heads = [_row(row, paragraph, "col") for row in node if row.tag == "head"]
    rows = [_row(row, paragraph, None) for row in node if row.tag == "row"]
    if not rows:
        return Markup("")
    columns = Markup("").join(tag("col") for _ in range(max(map(len, node))))
    parts = [
        tag("colgroup", columns),
        *([tag("thead", *heads)] if heads else []),
        tag("tbody", Markup("\n"), *rows),
    ]
    whole = tag(
        "table", Markup("\n"), *map(line, parts), class_=f"t-{node.get('kind')}", aria_labelledby=name
    )
    region = "region" if name else None
    return line(tag("div", whole, class_="frame", role=region, aria_labelledby=name, tabindex="0"))


def _row(row: _Element, paragraph: Callable[[_Element], Markup], scope: str | None) -> Markup:
    cells = []
    for cell in row:
        own = scope or ("row" if cell.get("heads") else None)
        inside = Markup("").join(map(paragraph, cell)).rstrip("\n")
        cells.append(tag("th" if own else "td", inside, scope=own))
    return line(tag("tr", *cells, id=row.get("id")))
