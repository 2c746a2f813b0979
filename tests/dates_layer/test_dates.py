"""The dates of running text: what is found, and how far the text decides what day it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from citebound.dates import DateParts
from citebound_hooks.dates.resolve import in_the_past, is_after
from citebound_hooks.dates.year import Signs, with_year

CASES = yaml.load(Path(__file__).with_name("cases.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


def _told(value):
    return None if value == "null" else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_dates_are_resolved_as_far_as_the_text_decides(layers_of, case):
    published = _told(case.get("published", "2017-03-24"))
    known = {"published": published, "language": case.get("language")}
    found = layers_of(case["text"], "citations", "dates", **known).dates
    wanted = [(one[0], _told(one[1]), one[2] if len(one) > 2 else None) for one in case["found"]]
    assert [(item.raw, item.iso, item.iso_end) for item in found] == wanted
    for item in found:
        assert item.span.exact == item.raw
        assert (item.precision is None) == (item.iso is None)


@given(DAYS, DAYS)
def test_a_past_day_never_lies_after_the_publication(day, published):
    parts, start = (
        DateParts(None, day.month, day.day),
        DateParts(published.year, published.month, published.day),
    )
    found = in_the_past(parts, start)
    assert found[1:] == parts[1:]
    if found.year is not None:
        assert date(*found) <= published
        assert not is_after(found, start)
        assert (published - date(*found)).days <= 366
    else:
        assert (day.month, day.day) == (2, 29)


@given(DAYS, DAYS, st.sampled_from(["past", "future", "open"]), st.booleans(), st.booleans())
def test_a_year_is_filled_in_within_a_year_or_not_at_all(day, published, tense, limit, scheduled):
    start = DateParts(published.year, published.month, published.day)
    found, until = with_year(DateParts(None, day.month, day.day), None, start, Signs(tense, limit, scheduled))
    assert until is None
    assert found[1:] == (day.month, day.day)
    if found.year is not None and (found.month, found.day) != (2, 29):
        assert abs((published - date(*found)).days) <= 366
    if tense == "past" and not limit and found.year is not None:
        assert date(*found) <= published


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_relative_years_months_and_days_count_from_the_publication(published):
    from citebound_hooks.dates.relative import Relative, reckon

    start = DateParts(published.year, published.month, published.day)
    assert reckon(Relative(0, 1, "year", -1, "publication"), start) == DateParts(published.year - 1)
    month = reckon(Relative(0, 1, "month", -1, "publication"), start)
    assert is_after(start, month)
    assert (published - date(*reckon(Relative(0, 1, "day", -1, "publication"), start))).days == 1
    for weekday in range(7):
        found = date(*reckon(Relative(0, 1, "weekday", weekday, "before"), start))
        assert found.weekday() == weekday
        assert 0 <= (published - found).days < 7


def test_what_the_publication_date_does_not_say_is_not_made_up():
    from citebound_hooks.dates.relative import Relative, reckon

    yesterday, last_month = (
        Relative(0, 1, "day", -1, "publication"),
        Relative(0, 1, "month", -1, "publication"),
    )
    assert reckon(yesterday, DateParts(2017, 3)) == DateParts()
    assert reckon(last_month, DateParts(2017)) == DateParts()
    assert reckon(yesterday, DateParts()) == DateParts()
    assert reckon(yesterday, DateParts(1, 1, 1)) == DateParts()
