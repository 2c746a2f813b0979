"""Blocks to canonical text, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from citebound.model import Block, BlockKind

_CLOSE = frozenset(
    ["table-row", "list-item"]
)  # of these kinds, blocks that follow each other stand on adjoining lines


@dataclass(slots=True)
class Assembly:
    """A text as it grows.

    Attributes:
        parts: The text in pieces.
        size: Its length so far.
        blocks: The blocks, in order.
    """

    parts: list[str] = field(default_factory=list)
    size: int = 0
    blocks: list[Block] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.parts)

    def put(self, text: str) -> None:
        """Appends characters."""
        self.parts.append(text)
        self.size += len(text)

    def put_block(self, text: str, kind: BlockKind, level: int, *, apart: bool = True) -> None:
        """Appends a block.

        Args:
            text: Its text.
            kind: What it is.
            level: Of a heading, its level.
            apart: Whether line ends part it from what stands before it.
        """
        if apart and self.blocks:
            self.put("\n" if kind in _CLOSE and self.blocks[-1].kind == kind else "\n\n")
        self.blocks.append(Block(self.size, self.size + len(text), kind, level))
        self.put(text)
