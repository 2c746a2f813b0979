"""Extraction takes the same time for each character, however long the document is."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

BENCHMARK = runpy.run_path(str(Path(__file__).with_name("extract.py")))
SIZES = (50_000, 200_000, 800_000)
AT_MOST = 2.0  # times the time for each character; quadratic growth would make it sixteen


@pytest.mark.slow
def test_time_is_linear_in_the_length_of_the_document():
    spent = BENCHMARK["seconds_by_size"](SIZES)
    by_character = [spent[size] / size for size in SIZES]
    assert max(by_character) <= AT_MOST * min(by_character)


def test_a_made_up_text_has_the_size_and_is_the_same_each_time():
    made_up = BENCHMARK["made_up"]
    assert len(made_up(5000)) == 5000
    assert made_up(5000) == made_up(5000)
