"""Lines of all pages to the canonical text of a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from citebound.model import Block
from citebound_hooks.readers.assembly import Assembly
from citebound_hooks.readers.pdf.hyphenation import words_of
from citebound_hooks.readers.pdf.lines import PdfLine
from citebound_hooks.readers.pdf.measure import measure
from citebound_hooks.readers.pdf.paragraphs import blocks_of
from citebound_hooks.readers.pdf.running import new_running_lines, running_lines


def assembled(pages: Sequence[Sequence[PdfLine]]) -> tuple[str, tuple[Block, ...], tuple[int, ...]]:
    """Makes the canonical text of pages of which at least one has a line.

    Blocks stand a blank line apart, rows and list items on lines of their own. A running header or footer stands
    once, as boilerplate at the head of the first page that has it. A paragraph that goes on over the end of a page
    is one block: there the next page begins within it.

    Returns:
        The text, its blocks, and the offset at which each page begins.
    """
    running = running_lines(pages)
    bodies = [
        [line for number, line in enumerate(page) if number not in out]
        for page, out in zip(pages, running, strict=True)
    ]
    heads = new_running_lines(pages, running)
    apart = {index for index, lines in enumerate(heads) if lines}
    lines = [line for body in bodies for line in body]
    known = words_of(line.text for line in lines)
    usual = measure(lines or [line for page in pages for line in page])
    made = _Made(heads=heads)
    for block in blocks_of(lines, apart, usual, known):
        made.turn_to(block.page)
        made.put_block(block.text, block.kind, block.level, apart=made.size > made.pages[-1])
        made.pages += [made.size - len(block.text) + turn for turn in block.turns]
    made.end(len(pages))
    return made.text, tuple(made.blocks), tuple(made.pages)


@dataclass(slots=True)
class _Made(Assembly):
    """The text as it grows, page by page.

    Attributes:
        heads: The running lines that stand at the head of each page.
        pages: Where the pages begin that have begun.
    """

    heads: Sequence[Sequence[PdfLine]] = ()
    pages: list[int] = field(default_factory=list)

    def turn_to(self, index: int) -> None:
        """Begins the pages up to this one."""
        while len(self.pages) <= index:
            if self.pages and self.size > self.pages[-1]:
                self.put("\n\n")
            self.pages.append(self.size)
            for line in self.heads[len(self.pages) - 1]:
                self.put_block(line.text, "boilerplate", 0, apart=self.size > self.pages[-1])

    def end(self, pages: int) -> None:
        """Begins the pages behind the last block; without running lines of their own they begin where the text ends."""
        for index in range(len(self.pages), pages):
            if self.heads[index]:
                self.turn_to(index)
            else:
                self.pages.append(self.size)
