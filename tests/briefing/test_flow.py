"""The flow down the pages, and the fitting of one page: nothing overflows, nothing is lost, order is kept."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citebound_hooks.briefing.compile.blocks import counted
from citebound_hooks.briefing.setting.blocks import Cell, Row, Stack
from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.fit import Demand, fit
from citebound_hooks.briefing.setting.flow import Flow, Item, Panel, Rest, stacked, total
from citebound_hooks.briefing.setting.lines import Line
from citebound_hooks.briefing.setting.text import Text

HEIGHT = 100.0
PANEL = Panel(0, 100, None, None, 6)


def paragraph(lines, **more):
    return Item(Text([Line() for _ in range(lines)], 100, 10, Element("P")), **more)


def row(lines, **more):
    cell = Cell(0, Stack([(0, paragraph(lines).block)]), Element("TD"))
    return Item(Row([cell], 100, Element("TR"), 2), **more)


def line_count(block):
    if isinstance(block, Text):
        return len(block.lines)
    return max(sum(len(text.lines) for _, text in cell.stack.blocks) for cell in block.cells)


items = st.builds(
    lambda make, lines, before, keep, panel: make(
        lines, before=before, keep=keep, panel=PANEL if panel else None
    ),
    st.sampled_from([paragraph, row]),
    st.integers(1, 40),
    st.sampled_from([0.0, 4.0, 14.0]),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(items, max_size=20))
def test_pages_hold_everything_in_order_and_nothing_overflows(flowing):
    pages = list(Flow(HEIGHT).pages(flowing))
    for page in pages:
        for placed in page:
            assert placed.top + placed.item.height <= HEIGHT + 1e-6
        for above, below in pairwise(page):
            assert below.top >= above.top + above.item.height - 1e-6
    shown = sum(line_count(placed.item.block) for page in pages for placed in page)
    assert shown == sum(line_count(item.block) for item in flowing)


@given(st.integers(3, 60))
def test_a_parted_paragraph_leaves_no_line_alone(lines):
    pages = list(Flow(HEIGHT).pages([paragraph(5), paragraph(lines)]))
    parts = [line_count(placed.item.block) for page in pages for placed in page][1:]
    assert sum(parts) == lines
    assert min(parts) >= 2


def test_a_heading_stays_with_what_it_heads():
    pages = list(Flow(HEIGHT).pages([paragraph(8), paragraph(1, keep=True), paragraph(4)]))
    assert [len(page) for page in pages] == [1, 2]


@given(st.lists(st.integers(1, 70), min_size=1, max_size=20), st.integers(0, 50))
def test_a_short_row_is_never_parted(heights, lines):
    page_height = 6 * HEIGHT
    head = replace(row(1), keep=True)
    rows = [replace(row(height), head=head.block) for height in heights]
    pages = list(Flow(page_height).pages([paragraph(lines + 1), head, *rows]))
    shown = [placed.item.block for page in pages for placed in page if not placed.artifact]
    for each in rows:
        assert each.block.height > page_height / 6 or each.block in shown
    assert sum(map(line_count, shown)) == sum(heights) + lines + 2


def test_a_heading_goes_along_with_the_short_row_below_it():
    page_height = 6 * HEIGHT
    pages = list(Flow(page_height).pages([paragraph(52), paragraph(1, keep=True), row(8)]))
    assert [len(page) for page in pages] == [1, 2]


def test_the_head_of_a_table_is_repeated_as_an_artifact():
    head = row(1)
    rows = [replace(row(2), head=head.block) for _ in range(10)]
    pages = list(Flow(HEIGHT).pages([head, *rows]))
    assert len(pages) > 1
    for page in pages[1:]:
        assert page[0].artifact
        assert page[0].item.block is head.block


def test_a_page_that_was_begun_goes_on():
    begun = stacked([paragraph(2)])
    (page,) = Flow(HEIGHT, begun).pages([paragraph(2, opens=True, before=10.0)])
    assert [placed.top for placed in page] == [0.0, 30.0]


def test_a_page_is_given_away_before_those_behind_it_are_read():
    read = []

    def endless():
        while True:
            read.append(paragraph(5))
            yield read[-1]

    pages = Flow(HEIGHT).pages(endless())
    assert [len(next(pages)) for _ in range(3)] == [2, 2, 2]
    assert len(read) < 14


def test_rows_that_no_page_could_hold_move_unread():
    def unread():
        raise AssertionError("read before it is needed")
        yield

    items = [*part("a", [3] * 4), replace(row(3), elastic="a", rest=Rest(1000, unread())), mark("a")]
    kept, moved = fit(items, HEIGHT)
    assert len(kept) < len(items)
    assert counted(moved["a"]) + len(kept) - 1 == 1005


def mark(name):
    return replace(paragraph(1, before=3.0), elastic=name, remake=lambda count: mark(name))


def part(name, heights):
    return [replace(row(lines), elastic=name) for lines in heights]


heights = st.lists(st.integers(1, 5), max_size=30)


@given(heights, heights, st.integers(1, 60), st.integers(0, 4))
def test_a_page_never_overflows_and_nothing_is_lost(first, second, lines, rigid):
    text = replace(paragraph(lines), elastic="text")
    page = [
        *[paragraph(1) for _ in range(rigid)], text, mark("text"), *part("a", first), mark("a"),
        *part("b", second), mark("b"),
    ]  # fmt: skip
    kept, moved = fit(page, HEIGHT)
    assert total(kept) <= HEIGHT + 1e-6
    shown = sum(line_count(item.block) for item in kept if item.elastic)
    gone = sum(line_count(item.block) for items in moved.values() for item in items)
    assert shown + gone == lines + sum(first) + sum(second)
    assert sum(item.elastic is None and not item.remake for item in kept) == rigid
    assert sum(item.remake is not None for item in kept) == len(moved), "what is cut is marked, once"


def test_room_is_shared_by_weight_after_each_has_its_least():
    page = [*part("a", [1] * 20), mark("a"), *part("b", [1] * 20), mark("b")]
    kept, _ = fit(page, 168.0, {"a": Demand(weight=2)})
    shares = [sum(item.elastic == name for item in kept) for name in ("a", "b")]
    assert shares in ([6, 4], [7, 3])
    kept, _ = fit(page, 168.0, {"a": Demand(weight=9), "b": Demand(least=5)})
    assert sum(item.elastic == "b" for item in kept) == 5


@pytest.mark.parametrize("most", [1, 3, 20])
def test_a_part_keeps_no_more_than_its_most(most):
    kept, moved = fit([*part("a", [1] * 5), mark("a")], 500.0, {"a": Demand(most=most)})
    assert sum(item.elastic == "a" for item in kept) == min(most, 5)
    assert len(moved.get("a", [])) == max(0, 5 - most)


@given(st.lists(st.integers(1, 8), min_size=2, max_size=6))
def test_paragraphs_of_one_part_share_its_lines(lines):
    page = [replace(paragraph(count), elastic="a") for count in lines]
    kept, moved = fit([*page, mark("a")], HEIGHT)
    shown = [item for item in kept if item.elastic == "a"]
    assert total(kept) <= HEIGHT + 1e-6
    assert sum(line_count(item.block) for item in [*shown, *moved.get("a", [])]) == sum(lines)
    assert [line_count(item.block) for item in shown[:-1]] == lines[: len(shown)][:-1], "cut once, at the end"
