"""Figures as what they are underneath: a list of dates on a line, a table of the ways from speaker to page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from markupsafe import Markup

from citebound_hooks.briefing.html.tags import line, tag
from citebound_hooks.briefing.html.words import words

if TYPE_CHECKING:
    from lxml.etree import _Element

WriteParagraph = Callable[["_Element"], Markup]


def timeline(node: _Element, paragraph: WriteParagraph) -> Markup:
    """Writes the dates in their order; the shape of each mark tells how exact its date is.

    The distances are not to scale, so nothing is said of time that was left out.
    """
    moments = [
        line(tag("li", _said(moment, paragraph), class_=f"{moment.get('extent')} {moment.get('what')}"))
        for moment in node.iterchildren("moment")
    ]
    return _figure(node, tag("ol", Markup("\n"), *moments, role="list"))


def chain(node: _Element, paragraph: WriteParagraph) -> Markup:
    """Writes a column for each stage and a row for each route; all rows lead to the parties of the end."""
    stages = [str(stage.get("name")) for stage in node.iterchildren("stage")]
    heads = [tag("th", _said(stage, paragraph), scope="col") for stage in node.iterchildren("stage")]
    routes = list(node.iterchildren("route"))
    end = next(node.iterchildren("end"))
    rows = [
        _row(route, stages, paragraph, end if at == 0 else None, len(routes))
        for at, route in enumerate(routes)
    ]
    table = tag("table", line(tag("thead", tag("tr", *heads))), tag("tbody", Markup("\n"), *rows))
    return _figure(node, tag("div", table, class_="frame", tabindex="0"))


def _row(
    route: _Element, stages: list[str], paragraph: WriteParagraph, end: _Element | None, height: int
) -> Markup:
    shared = {str(party.get("stage")) for party in next(route.itersiblings("end"))}
    own = {str(party.get("stage")): party for party in route}
    last = {str(party.get("stage")): party for party in end} if end is not None else {}
    cells = []
    for stage in stages:
        if stage in last:
            cells.append(tag("td", _said(last[stage], paragraph), rowspan=str(height)))
        elif stage in own:
            cells.append(tag("td", _said(own[stage], paragraph)))
        elif stage not in shared:
            cells.append(tag("td", class_="passed"))
    return line(tag("tr", *cells))


def _said(node: _Element, paragraph: WriteParagraph) -> Markup:
    return Markup("").join(map(paragraph, node)).rstrip("\n")


def _figure(node: _Element, drawing: Markup) -> Markup:
    caption = node.find("caption")
    below = [] if caption is None else [tag("figcaption", words(caption), class_=f"r-{caption.get('role')}")]
    return line(
        tag(
            "figure", Markup("\n"), *map(line, [drawing, *below]),
            class_=f"f-{node.tag}", role="group", aria_label=node.get("alt"),
        )
    )  # fmt: skip
