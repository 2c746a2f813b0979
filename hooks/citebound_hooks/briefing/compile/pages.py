"""From markup to pages: body fitted, annex flowing, header and footer on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from citebound_hooks.briefing.compile.blocks import BlockReader, counted
from citebound_hooks.briefing.compile.frame import Frame
from citebound_hooks.briefing.compile.texts import Typesetter
from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.fit import Demand, fit
from citebound_hooks.briefing.setting.flow import Flow, Item, Page, stacked, total
from citebound_hooks.briefing.template.style import PageStyle, Style

if TYPE_CHECKING:
    from lxml.etree import _Element


NEARLY_EMPTY = 1 / 3


@dataclass(slots=True, eq=False)
class Layout:
    """A briefing whose every line has its place.

    Attributes:
        root: The whole of the structure.
        pages: Items at their heights; each page is laid out when the one before has been taken.
    """

    root: Element
    pages: Iterable[Page]


def lay_out(markup: _Element, setter: Typesetter, style: Style) -> Layout:
    """Lays out body and annex."""
    root = Element("Document")
    reader = BlockReader(setter, style)
    frame = _frame(style.page, root)
    height = text_height(style.page)
    pages, reader.moved = _body(markup, reader, frame, height)
    return Layout(root, _pages(pages, markup.find("annex"), reader, frame, height))


def _pages(
    body: list[Page], annex: _Element | None, reader: BlockReader, frame: Frame, height: float
) -> Iterator[Page]:
    """Yields the pages of the body, then those of the annex, which may begin on the last of them."""
    begun = body.pop() if annex is not None and len(body) > 1 and _nearly_empty(body[-1], height) else None
    yield from body
    following = Flow(height, begun).pages(reader.blocks(annex, frame)) if annex is not None else iter(())
    yield from following if body else chain([next(following, [])], following)


def _nearly_empty(page: Page, height: float) -> bool:
    """Tells whether the annex may begin below what stands on the page."""
    return not page or page[-1].top + page[-1].item.height < NEARLY_EMPTY * height


def text_height(page: PageStyle) -> float:
    """Returns the height of the text area."""
    return page.height - page.top - page.bottom


def text_width(page: PageStyle) -> float:
    """Returns the width of the margin column and the text column together."""
    return page.width - page.left - page.right


def _frame(page: PageStyle, root: Element) -> Frame:
    full = text_width(page)
    indent = page.label + page.gutter
    return Frame(indent, full - indent, root, full_width=full, height=text_height(page))


def _body(
    markup: _Element, reader: BlockReader, frame: Frame, height: float
) -> tuple[list[Page], dict[str, list[Item]]]:
    nodes = markup.findall("body/page")
    demands = {str(node.get("elastic")): _demand(node) for node in markup.findall("body//*[@elastic]")}
    sheets = [list(reader.blocks(node, frame)) for node in nodes]
    whole = [item for items in sheets for item in items if not item.remake]
    if total(whole) <= height and not _over(whole, demands):
        return [stacked(whole)], {}
    pages, moved = [], {}
    for items in sheets:
        kept, rest = fit(items, height, demands)
        marks = {name: counted(parts) for name, parts in rest.items()}
        pages.append(stacked([_remade(item, items, marks) for item in kept]))
        moved.update(rest)
    return pages, moved


def _demand(node: _Element) -> Demand:
    asked = {name: int(str(node.get(name))) for name in ("weight", "least") if node.get(name)}
    rows = node.get("rows")
    return Demand(**asked, most=int(rows)) if rows else Demand(**asked)


def _over(items: Sequence[Item], demands: Mapping[str, Demand]) -> bool:
    """Tells whether a part has more units than it may keep."""
    counts = Counter(item.elastic for item in items)
    return any(counts[name] > demand.most for name, demand in demands.items())


def _remade(item: Item, items: Sequence[Item], counts: dict[str, int]) -> Item:
    """Makes a mark again, now that it is known how much was cut."""
    if item.remake is None:
        return item
    name = next(str(other.elastic) for other in items if other.remake is item.remake)
    return item.remake(counts[name])
