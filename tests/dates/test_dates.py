"""The date parser: tables of examples, and what holds for all dates."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from citebound.calendar.names import language_names
from citebound.dates import DateParts, date_of, find_dates, parse_date

HERE = Path(__file__).parent
WHOLE = yaml.safe_load((HERE / "whole.yml").read_text("utf-8"))
RUNNING = yaml.safe_load((HERE / "running_text.yml").read_text("utf-8"))

DAYS = st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31))
LANGUAGES = st.sampled_from(sorted(language_names()))


@pytest.mark.parametrize(
    ("text", "expected"), [(text, made) for group in WHOLE.values() for text, made in group.items()]
)
def test_whole_strings(text, expected):
    date = parse_date(text)
    assert (date and [date.iso, date.iso_end, date.precision]) == expected
    assert date is None or (date.raw, date.span) == (text, None)


@pytest.mark.parametrize("case", RUNNING, ids=lambda case: case["text"][:30])
def test_dates_in_running_text(case):
    found = [[case["text"][p.start : p.end], *p.parts] for p in find_dates(case["text"])]
    assert found == case["dates"]


def test_the_order_of_numbers_is_the_callers_to_know():
    assert parse_date("03/04/2017", day_first=True).iso == "2017-04-03"
    assert parse_date("03/04/2017", day_first=False).iso == "2017-03-04"
    assert parse_date("24/03/2017", day_first=False).iso == "2017-03-24"
    assert [p.parts.iso for p in find_dates("on 03/04/2017", day_first=True)] == ["2017-04-03"]


def test_a_range_in_running_text_has_both_ends():
    (found,) = find_dates("from 28 February – 3 March 2017 on")
    assert (found.parts, found.until) == (DateParts(2017, 2, 28), DateParts(2017, 3, 3))


def test_parts_with_a_gap_have_no_iso_form():
    assert DateParts(2017, None, 3).iso is None
    assert DateParts(None, 2, 29).possible
    assert date_of("x", DateParts(2017, 3, 1), DateParts(2017, 2, 31)).iso is None


@given(DAYS)
def test_iso_days_come_back(day):
    assert parse_date(day.isoformat()).iso == day.isoformat()
    assert parse_date(f"{day.isoformat()}T23:59:59+14:00").iso == day.isoformat()


@given(DAYS, LANGUAGES, st.data())
def test_days_in_words_come_back_in_every_language(day, tag, data):
    names = language_names()[tag]
    month = data.draw(st.sampled_from(names.months[day.month - 1] + names.abbreviations[day.month - 1]))
    words = f"{day.day} {month} {day.year}"
    assert parse_date(words).iso == day.isoformat()
    (found,) = find_dates(f"Aaa {words}; bbb")
    assert (found.start, found.end, found.parts.iso) == (4, 4 + len(words), day.isoformat())


@given(DAYS, LANGUAGES, st.data())
def test_months_come_back_without_a_day(day, tag, data):
    month = data.draw(st.sampled_from(language_names()[tag].months[day.month - 1]))
    assert parse_date(f"{month} {day.year}").iso == f"{day.year:04d}-{day.month:02d}"


@given(DAYS, DAYS)
def test_ranges_of_days_come_back(one, other):
    first, last = sorted((one, other))
    words = f"{first.day} {first:%B} {first.year:04d} - {last.day} {last:%B} {last.year:04d}"
    date = parse_date(words)
    expected = (first.isoformat(), last.isoformat() if first < last else None)
    assert (date.iso, date.iso_end) == expected or first == last


@given(st.text(alphabet="0123456789 -/.,:MarchmayJune\n٣’ab", max_size=200))
def test_found_dates_are_in_order_and_never_invented(text):
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        printed = [int(run) for run in _digit_runs(text[found.start : found.end])]
        for part in (found.parts.year, found.parts.day):
            assert part is None or part in printed


@given(st.text(max_size=100))
def test_any_string_is_read_or_refused(text):
    date = parse_date(text)
    assert date is None or date.raw == text
    assert date is None or (date.iso is None) == (date.precision is None)


@pytest.mark.parametrize(
    "hostile", ["1 " * 100_000, "March " * 50_000, "9" * 200_000, "3-" * 100_000, " " * 200_000]
)
def test_hostile_text_takes_linear_time(hostile):
    assert list(find_dates(hostile)) == []


def _digit_runs(text):
    run = ""
    for character in text + " ":
        if character.isdigit():
            run += character
        elif run:
            yield run
            run = ""
