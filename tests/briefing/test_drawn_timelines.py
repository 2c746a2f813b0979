"""Timelines as they are drawn: labels in their places, each date as exact as it is known, whatever the dates are."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citebound_hooks.briefing.compile.pages import lay_out
from citebound_hooks.briefing.compile.texts import Typesetter
from citebound_hooks.briefing.setting.drawing import Dot
from citebound_hooks.briefing.setting.figure import Figure
from citebound_hooks.briefing.template.folder import load_folder
from citebound_hooks.briefing.template.vocabulary import parse_markup

MOMENT = (
    '<moment first="{first}" last="{last}" extent="{extent}" what="event"><paragraph role="figure-strong">{first}'
    '</paragraph><paragraph role="figure-note">{words}</paragraph></moment>'
)
PAGE = (
    '<briefing xml:lang="en" title="t" about="t"><body><page><timeline kind="timeline" alt="dates">{}'
    '<caption role="caption">Dates.</caption><shortened>Shortened.</shortened></timeline></page></body></briefing>'
)


def drawn(template, moments):
    folder = load_folder(template)
    markup = parse_markup(PAGE.format("".join(MOMENT.format(**moment) for moment in moments)), folder.path)
    pages = lay_out(markup, Typesetter(folder.types, folder.wordings, folder.path), folder.style).pages
    (figure,) = (placed.item.block for page in pages for placed in page)
    return figure


def moment(first, last=None, words="attack"):
    extent = "day" if last is None else "within"
    return {"first": first, "last": last or first, "extent": extent, "words": words}


def boxes(figure):
    for label in figure.labels:
        width = max(line.width for line in label.text.lines)
        yield label.left, label.top, label.left + width, label.top + label.text.height


def apart(one, other):
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] + 1e-6 or other[3] <= one[1] + 1e-6


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.dates(), st.sampled_from(["attack", "attack, clash, " * 9, "x" * 300])),
        min_size=2,
        max_size=12,
    )
)
def test_labels_keep_clear_of_each_other_and_inside_the_figure(template, dates):
    figure = drawn(template, [moment(day.isoformat(), words=words) for day, words in sorted(dates)])
    assert isinstance(figure, Figure)
    assert figure.height < 400
    found = list(boxes(figure))
    assert all(
        left >= 0 and right <= figure.width and bottom <= figure.drawn for left, _, right, bottom in found
    )
    assert all(apart(one, other) for one, other in combinations(found, 2))


@pytest.mark.parametrize(
    ("dates", "rows"),
    [
        (["2019-05-01", "2019-05-20", "2019-06-25"], False),
        ([f"2019-05-{day:02}" for day in range(1, 13)], True),
    ],
)
def test_dates_that_stand_close_have_a_row_each(template, dates, rows):
    figure = drawn(template, [moment(day) for day in dates])
    dots = [shape for shape in figure.shapes if isinstance(shape, Dot)]
    assert len(dots) == len(dates)
    assert len({dot.centre[1] for dot in dots}) == (len(dates) if rows else 1)
    assert [dot.centre[0] for dot in dots] == sorted(dot.centre[0] for dot in dots)


def test_a_month_is_drawn_as_long_as_it_is(template):
    figure = drawn(template, [moment("2019-05-01", "2019-05-31"), moment("2019-07-31")])
    bar = next(shape for shape in figure.shapes if not isinstance(shape, Dot) and shape.filling)
    dot = next(shape for shape in figure.shapes if isinstance(shape, Dot))
    left, right = min(place[0] for place in bar.places), max(place[0] for place in bar.places)
    assert (right - left) / dot.centre[0] == pytest.approx(31 / 91)


def test_more_moments_than_a_page_holds_are_said_in_words(template):
    block = drawn(template, [moment(f"{year}-01-01") for year in range(1900, 2000)])
    assert not isinstance(block, Figure)
    assert "".join(piece.sort.shaped.text for line in block.lines for piece in line.pieces) == "dates"
