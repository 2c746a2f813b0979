"""Which blocks of a page are the report, and which the page around it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from citebound_hooks.readers.html.flow import RawBlock

# A main part is only believed when it holds this much of the running text outside of navigation.
_ENOUGH_TEXT = 250
_SHARE_OF_MAIN = 0.3
_SHARE_OF_ARTICLE = 0.6
_SHARE_OF_WEAK = 0.6
_PROSE = 80  # characters from which a block counts as running text
_LINKED = 0.8  # share of linked characters from which an item or a heading is a pointer to another page
_POINTERS = 3


def outside_body(blocks: Sequence[RawBlock], lengths: Sequence[int]) -> list[bool]:
    """Tells for each block whether it stands outside the report.

    What may be boilerplate is, but for an element with most of the running text. The `main` element and the
    `article` with most of the running text are taken where they hold enough of it; a first-level heading before it
    stays. Three or more blocks in a row that are only links are pointers.

    Args:
        blocks: The blocks of a page.
        lengths: Their numbers of characters.
    """
    outside = [block.context.boilerplate for block in blocks]
    _leave_out_weak(blocks, lengths, outside)
    _leave_out_pointers(blocks, lengths, outside)
    prose = [0 if out or size < _PROSE else size for size, out in zip(lengths, outside, strict=True)]
    inside = _main_part(blocks, prose)
    first = min(inside, default=0)
    for number, block in enumerate(blocks if inside else ()):
        headline = block.context.kind == "heading" and block.context.level == 1 and number < first
        outside[number] = outside[number] or (number not in inside and not headline)
    return outside


def _leave_out_weak(blocks: Sequence[RawBlock], lengths: Sequence[int], outside: list[bool]) -> None:
    """Leaves out what may be boilerplate, but for the one such element that holds most of the running text."""
    prose: Counter[int] = Counter()
    for block, size, out in zip(blocks, lengths, outside, strict=True):
        if not out and size >= _PROSE:
            prose[block.context.weak] += size
    report = max((weak for weak in prose if weak), key=lambda weak: prose[weak], default=0)
    if prose[report] < max(_ENOUGH_TEXT, _SHARE_OF_WEAK * (prose[0] + prose[report])):
        report = 0
    for number, block in enumerate(blocks):
        if block.context.weak not in (0, report):
            outside[number] = True


def _main_part(blocks: Sequence[RawBlock], prose: Sequence[int]) -> set[int]:
    total = sum(prose)
    main = {number for number, block in enumerate(blocks) if block.context.main}
    words = sum(prose[number] for number in main)
    if words >= _ENOUGH_TEXT and words >= _SHARE_OF_MAIN * total:
        return main
    articles: dict[int, int] = defaultdict(int)
    for block, size in zip(blocks, prose, strict=True):
        articles[block.context.article] += size
    articles.pop(0, None)
    best = max(articles, key=lambda number: articles[number], default=0)
    if best and articles[best] >= max(_ENOUGH_TEXT, _SHARE_OF_ARTICLE * total):
        return {number for number, block in enumerate(blocks) if block.context.article == best}
    return set()


def _leave_out_pointers(blocks: Sequence[RawBlock], lengths: Sequence[int], outside: list[bool]) -> None:
    run: list[int] = []
    for number, (block, size) in enumerate(zip(blocks, lengths, strict=True)):
        if block.context.kind != "table-row" and block.context.level != 1 and block.linked >= _LINKED * size:
            run.append(number)
            continue
        _mark(run, outside)
        run = []
    _mark(run, outside)


def _mark(run: list[int], outside: list[bool]) -> None:
    if len(run) >= _POINTERS:
        for number in run:
            outside[number] = True
