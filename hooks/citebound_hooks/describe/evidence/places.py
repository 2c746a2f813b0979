"""Where the title stands in the text, and which lines stand beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from citebound.model import Block, Field
from citebound_hooks.describe.evidence.likeness import LATIN, letters
from citebound_hooks.describe.lines import Line
from citebound_hooks.describe.page import Page

_PROSE = 120
_MOST_PROSE = 2
_MOST_TITLES = 8
_MOST_BESIDE = 12


@lru_cache(maxsize=2)
def title_lines(page: Page, title: Field[str] | None) -> Sequence[int]:
    """Returns the numbers of the lines that hold the title, in the report itself if possible."""
    if title is None:
        return ()
    key, text, longest = letters(title.value), page.text, 2 * len(title.raw)
    shortest = len(key) * 3 // 4  # "ß" has two letters
    others = LATIN.difference(key[:1])  # with which the title's line does not begin: seen at once
    inside = page.line_at(title.span.start) if title.span is not None else -1
    numbers = [
        number
        for number, line in enumerate(page.lines)
        if number == inside
        or (
            shortest <= line.end - line.start <= longest
            and text[line.start].lower() not in others
            and letters(text[line.start : line.end]) == key
        )
    ]
    report = [number for number in numbers if not is_boilerplate(page, page.lines[number])]
    return (report or numbers)[:_MOST_TITLES]


@lru_cache(maxsize=2)
def headings_of(page: Page) -> tuple[Block, ...]:
    """Returns the headings of a page, in their order."""
    return tuple(block for block in page.document.blocks if block.kind == "heading")


def is_boilerplate(page: Page, line: Line) -> bool:
    """Tells whether a line stands outside the report."""
    return _kind(page, line) == "boilerplate"


def is_heading(page: Page, line: Line) -> bool:
    """Tells whether a line is a heading."""
    return _kind(page, line) == "heading"


def is_caption(page: Page, line: Line) -> bool:
    """Tells whether a line is the caption of a picture or a table."""
    return _kind(page, line) == "caption"


def is_item(page: Page, line: Line) -> bool:
    """Tells whether a line is the item of a list."""
    return _kind(page, line) == "list-item"


def _kind(page: Page, line: Line) -> str | None:
    blocks = page.document.blocks
    at = bisect_right(blocks, line.start, key=lambda block: block.start) - 1
    return blocks[at].kind if at >= 0 else None


def distances(page: Page, title: Field[str] | None, before: int, after: int) -> dict[int, int]:
    """Returns how far from the title the lines beside it stand.

    Args:
        page: The page.
        title: Its title.
        before: How many lines above it stand beside it.
        after: How many lines below it do, up to the next section, comments or the second line of prose.

    Returns:
        By the number of the line: 1 for the line below the title, -1 for the line above it, and so on.
    """
    above, below = _beside(page, title)
    found = {number: distance for number, distance in above.items() if -distance <= before}
    found.update((number, distance) for number, distance in below.items() if distance <= after)
    return found


@lru_cache(maxsize=2)  # several stages ask for parts of them
def _beside(page: Page, title: Field[str] | None) -> tuple[dict[int, int], dict[int, int]]:
    """Returns the distances of the lines above a title, and of those below it."""
    above: dict[int, int] = {}
    below: dict[int, int] = {}
    for at in title_lines(page, title):
        for number in range(max(0, at - _MOST_BESIDE), at):
            above[number] = max(number - at, above.get(number, -_MOST_BESIDE))
        for number in _below(page, at, _MOST_BESIDE):
            below[number] = min(number - at, below.get(number, _MOST_BESIDE))
    return above, below


def _below(page: Page, title: int, after: int) -> Iterator[int]:
    """Yields the numbers of the lines below a title that still belong to the head of the report."""
    prose = 0
    outside = is_boilerplate(page, page.lines[title])
    for number in range(title + 1, min(len(page.lines), title + after + 1)):
        line = page.lines[number]
        if prose and is_heading(page, line):
            return
        if outside or not is_boilerplate(page, line):
            yield number
        prose += line.end - line.start > _PROSE
        if prose == _MOST_PROSE:
            return


def right_below(page: Page, title: Field[str] | None, most: int) -> Iterator[int]:
    """Yields the numbers of the lines between the title and the report's first sentence, `most` of them."""
    for at in title_lines(page, title):
        for number in range(at + 1, min(at + 1 + most, len(page.lines))):
            line = page.lines[number]
            is_sentence = page.text[line.end - 1] in ".?!" and not is_heading(page, line)
            if is_sentence and number > at + 1:  # right below the title it may be the standfirst
                break
            yield number
