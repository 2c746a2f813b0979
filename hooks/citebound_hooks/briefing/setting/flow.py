"""The flow of blocks down the pages."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from citebound_hooks.briefing.setting.blocks import Block, Row
from citebound_hooks.briefing.setting.drawing import Colour
from citebound_hooks.briefing.setting.figure import Figure
from citebound_hooks.briefing.setting.text import Text


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """A background behind blocks that belong together.

    Attributes:
        left: Distance from the left margin.
        tint: The background, or None.
        bar: Thickness and colour of a bar at its left, or None: a voice told apart without colour.
        padding: Above and below the blocks.
    """

    left: float
    width: float
    tint: Colour | None
    bar: tuple[float, Colour] | None
    padding: float


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A block on its way down the pages.

    Attributes:
        left: Distance from the left margin.
        before: Space above it, none at the head of a page.
        after: Space below it; of two spaces the larger holds.
        keep: True if it stands on one page with the next item (headings).
        side: A label in the margin column, on the first base line.
        rule: Thickness and colour of a rule above it, or None; it is as wide as `rule_width`.
        head: The head of the table that it is a row of: repeated where a page ends inside.
        elastic: The name of the place in the annex to which it moves if the body is full.
        opens: True if a new page begins with it.
        remake: For a mark that something was cut: makes it again, knowing how much.
        rest: What follows on it, if no page could hold that much.
    """

    block: Block
    left: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    side: Text | None = None
    rule: tuple[float, Colour] | None = None
    rule_width: float = 0.0
    panel: Panel | None = None
    head: Row | None = None
    elastic: str | None = None
    opens: bool = False
    remake: Callable[[int], Item] | None = None
    rest: Rest | None = None

    @property
    def height(self) -> float:
        """Of block or label, whichever is taller."""
        if self.side is None:
            return self.block.height
        drop = max(0.0, self.side.first_base - self.block.first_base)
        return max(self.block.height, self.side.height) + drop


class Rest(NamedTuple):
    """Items that are counted, but not made before they are needed."""

    number: int
    items: Iterator[Item]


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """An item at its height on a page; `artifact` if it only repeats a table's head."""

    item: Item
    top: float
    artifact: bool = False


Page = list[Placed]
AHEAD = 4  # items that a heading is looked at with
LEAST = 48.0  # points of a tall row that may stand alone
SHORT = 1 / 6  # of a page: rows up to that height are not parted


def gap(above: Item | None, item: Item) -> float:
    """Returns the space between two items, or above the first one of a page."""
    space = max(above.after, item.before) if above else 0.0
    if above is None or above.panel is not item.panel:
        space += above.panel.padding if above and above.panel else 0.0
        space += item.panel.padding if item.panel else 0.0
    return space


def total(items: Sequence[Item]) -> float:
    """Returns the height of items under one another on one page."""
    height, above = 0.0, None
    for item in items:
        height += gap(above, item) + item.height
        above = item
    return height + (above.panel.padding if above and above.panel else 0.0)


def stacked(items: Sequence[Item]) -> Page:
    """Places items under one another on one page."""
    page: Page = []
    top, above = 0.0, None
    for item in items:
        top += gap(above, item)
        page.append(Placed(item, top))
        top, above = top + item.height, item
    return page


class Flow:
    """Fills pages of one height, in linear time; each is given away when it is full.

    Args:
        height: Of each page.
        begun: A page with something on it already, to go on with; the first item does not open another.
    """

    def __init__(self, height: float, begun: Page | None = None) -> None:
        self._height = height
        self._page: Page = begun or []
        self._full: list[Page] = []
        self._above = begun[-1].item if begun else None
        self._top = begun[-1].top + begun[-1].item.height if begun else 0.0

    def pages(self, items: Iterable[Item]) -> Iterator[Page]:
        """Yields the pages that the items fill."""
        waiting = iter(items)
        near = deque(islice(waiting, AHEAD))
        first = True
        while near:
            if (near[0].opens and not first) or self._would_part(near):
                self._turn(None)
            self._put(near.popleft())
            near.extend(islice(waiting, 1))
            first = False
            yield from self._full
            self._full.clear()
        if self._page:
            yield self._page

    def _would_part(self, near: Iterable[Item]) -> bool:
        """Tells whether a heading and the beginning of what it heads would stand on two pages."""
        need, above, heading = 0.0, self._above, False
        for item in near:
            if not item.keep and not heading:
                return False
            heading = True
            need += gap(above, item)
            if not item.keep:
                return self._top + need + self._least(item) > self._height
            need, above = need + item.height, item
        return self._top + need > self._height

    def _turn(self, item: Item | None) -> None:
        """Begins a page, with the head of the table that goes on there."""
        if not self._page:
            return
        self._full.append(self._page)
        self._page = []
        self._top, self._above = 0.0, None
        if item and item.head:
            head = Item(block=item.head, left=item.left)
            self._page.append(Placed(head, 0.0, artifact=True))
            self._top, self._above = head.height, head

    def _put(self, item: Item) -> None:
        while True:
            top = self._top + gap(self._above, item)
            foot = item.panel.padding if item.panel else 0.0
            if top + item.height + foot <= self._height + 1e-6:
                break
            whole = self._stays_whole(item) and not self._only_head()
            parts = None if whole else item.block.split(self._height - top - foot)
            if parts is None and self._only_head():
                break
            if parts:
                self._place(replace(item, block=parts[0]), top)
                item = replace(item, block=parts[1], side=None, rule=None)
            self._turn(item)
        self._place(item, top)

    def _stays_whole(self, item: Item) -> bool:
        """Tells whether an item is a row that is too short to be parted."""
        return isinstance(item.block, Row) and item.height <= SHORT * self._height

    def _least(self, item: Item) -> float:
        """Returns the height of the smallest part of an item that may stand alone."""
        block = item.block
        if isinstance(block, Text):
            return min(item.height, 2 * block.leading)
        if isinstance(block, Figure) or self._stays_whole(item):
            return item.height
        return min(item.height, LEAST)

    def _only_head(self) -> bool:
        return all(placed.artifact for placed in self._page)

    def _place(self, item: Item, top: float) -> None:
        self._page.append(Placed(item, top))
        self._top, self._above = top + item.height, item
