"""Folded lines to canonical text, every block with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from citebound.model import Block, BlockKind
from citebound_hooks.readers.html.body import outside_body
from citebound_hooks.readers.html.flow import Flow, RawBlock
from citebound_hooks.readers.html.folding import FoldedLine, folded
from citebound_hooks.readers.lines import continues, wrap_width

_CLOSE = {"list-item", "table-row"}  # blocks of these kinds that follow each other are not a blank line apart


@dataclass(slots=True)
class Canonical:
    """The canonical text of a page.

    Attributes:
        parts: Its text in pieces.
        size: Its length so far.
        blocks: The blocks, in order.
        lines: Each line with the offset at which it stands.
    """

    parts: list[str] = field(default_factory=list)
    size: int = 0
    blocks: list[Block] = field(default_factory=list)
    lines: list[tuple[int, FoldedLine]] = field(default_factory=list)

    def put(self, text: str) -> None:
        """Appends characters."""
        self.parts.append(text)
        self.size += len(text)

    def put_block(self, lines: list[FoldedLine], kind: BlockKind, level: int, *, close: bool) -> None:
        """Appends a block, one or two line ends after the one before it."""
        if self.blocks:
            both = kind in _CLOSE and self.blocks[-1].kind == kind
            self.put("\n" if close or both else "\n\n")
        start = self.size
        for line in lines:
            if line is not lines[0]:
                self.put("\n")
            self.lines.append((self.size, line))
            self.put(line.text)
        self.blocks.append(Block(start, self.size, kind, level))


def canonical(flow: Flow) -> Canonical:
    """Makes the canonical text of a page."""
    said: list[tuple[RawBlock, list[FoldedLine]]] = []
    lengths: list[int] = []
    for block in flow.blocks:
        lines = folded(flow, block)
        words = lines[0].text if len(lines) == 1 else "".join([line.text for line in lines])
        if words and not words.isspace():
            said.append((block, lines))
            lengths.append(len(words))
    outside = outside_body([block for block, _ in said], lengths)
    made = Canonical()
    for (block, lines), out in zip(said, outside, strict=True):
        kind = _kind(block, lines, out)
        level = 0 if out else block.context.level
        if len(lines) == 1:
            made.put_block(lines, kind, level, close=False)
            continue
        for close, group in _paragraphs(lines):
            made.put_block(group, kind, level, close=close)
    return made


def _kind(block: RawBlock, lines: list[FoldedLine], outside: bool) -> BlockKind:
    if outside:
        return "boilerplate"
    if block.context.kind == "table-row" and "\t" not in lines[0].text:
        return "paragraph"
    return block.context.kind


def _paragraphs(lines: list[FoldedLine]) -> Iterator[tuple[bool, list[FoldedLine]]]:
    """Yields the lines of each paragraph, and whether it follows the one before without a blank line."""
    runs = _runs(lines)
    width = wrap_width([[line.text for line in run] for run in runs])
    for run in runs:
        group = [run[0]]
        close = False
        for before, line in pairwise(run):
            if continues(before.text, line.text, width):
                group.append(line)
                continue
            yield close, group
            close, group = True, [line]
        yield close, group


def _runs(lines: list[FoldedLine]) -> list[list[FoldedLine]]:
    runs: list[list[FoldedLine]] = [[]]
    for line in lines:
        if line.text.strip():
            runs[-1].append(line)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]
