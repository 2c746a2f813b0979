"""A document's body in pieces that a pipeline can take: blocks, and of a long block parts cut between words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citebound.model import Block

LONGEST = 100_000
"""Characters of a piece; spaCy's own limit is a million, at a gigabyte of memory each."""


def pieces(text: str, blocks: Iterable[Block]) -> Iterator[tuple[int, int]]:
    """Yields begin and end of each piece, in the order of the text."""
    for block in blocks:
        start = block.start
        while block.end - start > LONGEST:
            cut = text.rfind(" ", start + 1, start + LONGEST) + 1 or start + LONGEST
            yield start, cut
            start = cut
        if start < block.end:
            yield start, block.end
