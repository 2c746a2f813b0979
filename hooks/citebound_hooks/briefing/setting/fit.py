"""Fitting of a page of the body: what it cannot hold moves to the annex, and is marked where it was cut.

Only elastic parts give way: rows, items, the lines of a paragraph. Room is shared so that the part that got least
grows next, in whole rows, until nothing more fits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf
from typing import NamedTuple

from citebound_hooks.briefing.setting.flow import Item, gap, total
from citebound_hooks.briefing.setting.text import Text


class Demand(NamedTuple):
    """What a part asks for.

    Attributes:
        weight: Of the room, what has twice the weight gets twice as much.
        least: How many units it gets before others get more than theirs.
        most: How many units it may keep even if there is room for more.
    """

    weight: int = 1
    least: int = 1
    most: int = 1_000_000


@dataclass(slots=True)
class _Part:
    """An elastic part: the heights of its units, and how many are kept so far."""

    demand: Demand
    units: list[float] = field(default_factory=list)
    mark: float = 0.0
    kept: int = 0

    def cost(self, kept: int) -> float:
        """Returns the height of so many units, with the mark if others are cut."""
        return sum(self.units[:kept]) + (self.mark if kept < len(self.units) else 0.0)

    @property
    def growth(self) -> float:
        """The height that one more unit costs."""
        return self.cost(self.kept + 1) - self.cost(self.kept)


def fit(
    items: Sequence[Item], room: float, demands: Mapping[str, Demand] | None = None
) -> tuple[list[Item], dict[str, list[Item]]]:
    """Returns the items that the page keeps, and what moves to the annex by the name of its place.

    Args:
        items: The page's blocks, with the marks that stand where something is cut.
        room: The height of the page.
        demands: What the parts ask for, by name.
    """
    parts = _parts(items, demands or {})
    rigid = total([item for item in items if not item.elastic]) + _panels(items)
    _grow(parts, room - rigid)
    while True:
        kept, moved = _cut(items, parts)
        largest = max(parts.values(), key=lambda part: part.cost(part.kept), default=None)
        if total(kept) <= room + 1e-6 or largest is None or not any(part.kept for part in parts.values()):
            return kept, moved
        if largest.kept == 0:
            largest = max(parts.values(), key=lambda part: part.kept)
        largest.kept -= 1


def _panels(items: Sequence[Item]) -> float:
    """Returns the padding of panels that hold nothing but elastic parts."""
    rigid = {item.panel for item in items if item.panel and not item.elastic}
    others = {id(item.panel): item.panel for item in items if item.panel and item.panel not in rigid}
    return sum(2 * panel.padding for panel in others.values())


def _parts(items: Sequence[Item], demands: Mapping[str, Demand]) -> dict[str, _Part]:
    parts: dict[str, _Part] = {}
    above: Item | None = None
    for item in items:
        if item.elastic:
            part = parts.setdefault(item.elastic, _Part(demands.get(item.elastic, Demand())))
            space = gap(above, item) if above and above.panel is item.panel else item.before
            if item.remake:
                part.mark = space + item.height
                continue
            part.units += _units(item, space)
            if item.rest:
                part.units.append(inf)
        above = item
    return parts


def _units(item: Item, space: float) -> list[float]:
    if isinstance(item.block, Text):
        return [space + item.block.leading] + [item.block.leading] * (len(item.block.lines) - 1)
    return [space + item.height]


def _grow(parts: dict[str, _Part], room: float) -> None:
    room -= sum(part.cost(0) for part in parts.values())
    growing = list(parts.values())
    while growing:
        part = min(growing, key=_urgency)
        if part.kept >= min(len(part.units), part.demand.most) or part.growth > room:
            growing.remove(part)
        else:
            room -= part.growth
            part.kept += 1


def _urgency(part: _Part) -> tuple[bool, float]:
    """Orders the parts: first those that have less than they need, then by their share."""
    return part.kept >= part.demand.least, (part.cost(part.kept) - part.mark) / part.demand.weight


def _cut(items: Sequence[Item], parts: dict[str, _Part]) -> tuple[list[Item], dict[str, list[Item]]]:
    left = {name: part.kept for name, part in parts.items()}
    kept: list[Item] = []
    moved: dict[str, list[Item]] = {}
    for item in items:
        name = item.elastic
        if name is None:
            kept.append(item)
        elif item.remake:
            if name in moved:
                kept.append(replace(item, elastic=None))
        elif isinstance(item.block, Text):
            _cut_text(item, item.block, left[name], kept, moved)
            left[name] = max(0, left[name] - len(item.block.lines))
        elif left[name] > 0:
            left[name] -= 1
            kept.append(item)
        else:
            moved.setdefault(name, []).append(item)
    return kept, moved


def _cut_text(item: Item, text: Text, lines: int, kept: list[Item], moved: dict[str, list[Item]]) -> None:
    name = str(item.elastic)
    if lines >= len(text.lines):
        kept.append(item)
        return
    head, tail = text.part(lines)
    if lines:
        kept.append(replace(item, block=head))
    moved.setdefault(name, []).append(replace(item, block=tail))
