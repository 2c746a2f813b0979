"""The document outline: a tree of titles that lead to their places (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from citebound_hooks.briefing.pdf.numbers import string
from citebound_hooks.briefing.pdf.objects import ObjectStore


class Entry(NamedTuple):
    """An entry: its title, its depth, and the anchor that it leads to."""

    title: str
    level: int
    anchor: str


@dataclass(slots=True)
class _Node:
    """An entry with its number and those below it."""

    number: int
    level: int
    text: str
    parent: _Node | None
    kids: list[_Node] = field(default_factory=list)

    @property
    def ends(self) -> str:
        """The first and the last one below it."""
        return f"/First {self.kids[0].number} 0 R /Last {self.kids[-1].number} 0 R" if self.kids else ""


def write_outline(objects: ObjectStore, entries: Sequence[tuple[Entry, str]]) -> str:
    """Writes the outline, all of it open, and returns a reference to it.

    Args:
        objects: Of the document.
        entries: In the order of the document, each with its place.
    """
    first = objects.number(len(entries) + 1)
    root = _Node(first, -1, "", None)
    nodes = [root]
    for number, (entry, place) in enumerate(entries, first + 1):
        parent = nodes[-1]
        while parent.level >= entry.level and parent.parent is not None:
            parent = parent.parent
        node = _Node(number, entry.level, f"/Title {string(entry.title)} /Dest {place}", parent)
        parent.kids.append(node)
        nodes.append(node)
    counts = _counts(nodes)
    objects.write(first, f"<</Type /Outlines {root.ends} /Count {counts[first]}>>")
    for node in nodes:
        for at, kid in enumerate(node.kids):
            before = f" /Prev {node.kids[at - 1].number} 0 R" if at else ""
            after = f" /Next {node.kids[at + 1].number} 0 R" if at + 1 < len(node.kids) else ""
            below = f" {kid.ends} /Count {counts[kid.number]}" if kid.kids else ""
            objects.write(kid.number, f"<<{kid.text} /Parent {node.number} 0 R{before}{after}{below}>>")
    return f"{first} 0 R"


def _counts(nodes: Sequence[_Node]) -> dict[int, int]:
    """Counts what is below each entry, at any depth."""
    counts = {node.number: 0 for node in nodes}
    for node in reversed(nodes):
        if node.parent is not None:
            counts[node.parent.number] += 1 + counts[node.number]
    return counts
