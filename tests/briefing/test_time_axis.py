"""The line of a timeline: each day has its place, in order and apart; labels never cover one another."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citebound_hooks.briefing.setting.time_axis import lanes, time_axis

days = st.lists(st.integers(1, 3_652_059), min_size=2, max_size=40, unique=True).map(sorted)


@given(days)
def test_days_stand_in_order_and_apart_on_the_whole_line(found):
    axis = time_axis(found, 400.0, 29.0)
    apart = min(29.0, 400.0 / (len(found) - 1))
    assert axis.places[0] == 0
    assert axis.places[-1] == pytest.approx(400.0)
    assert all(right - left >= apart - 1e-6 for left, right in pairwise(axis.places))
    assert [axis.place(day) for day in found] == pytest.approx(axis.places)


@given(days)
def test_outside_the_breaks_there_is_one_scale(found):
    axis = time_axis(found, 400.0, 29.0)
    stretches = zip(pairwise(found), pairwise(axis.places), strict=True)
    scales = [
        (right - left) / (last - first)
        for (first, last), (left, right) in stretches
        if (left, right) not in axis.breaks
    ]
    assert scales
    assert scales == pytest.approx([scales[0]] * len(scales), rel=1e-6)


@pytest.mark.parametrize(
    ("found", "places", "breaks"),
    [
        ([0, 10, 20, 40], [0, 100, 200, 400], []),
        ([0, 10, 20, 4000], [0, 185, 370, 400], [(370, 400)]),
        ([0, 1], [0, 400], []),
    ],
)
def test_only_what_is_too_long_is_shortened(found, places, breaks):
    axis = time_axis(found, 400.0, 30.0)
    assert list(axis.places) == pytest.approx(places)
    assert list(axis.breaks) == breaks


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 84)), min_size=1, max_size=30).map(sorted))
def test_labels_keep_clear_of_each_other_and_of_threads(labels):
    hung = lanes(labels, 8.0)
    for (one, own), (other, its) in combinations(zip(labels, hung, strict=True), 2):
        if own == its:
            assert one[0] + one[1] + 8 <= other[0]
        elif its > own:
            assert not one[0] < other[0] < one[0] + one[1], "a thread runs through a label above its own"
