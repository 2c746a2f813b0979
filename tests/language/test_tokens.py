from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citebound_hooks.language.tokens import NO_WIDTH, tokenise

CASES = {
    "al-Qorin's men": ["al-Qorin's", "men"],
    "the M23 and the 507th wing": ["the", "M23", "and", "the", "507th", "wing"],
    "1,200 at 07:24": ["1,200", "at", "07:24"],
    "U.S. forces.": ["U.S.", "forces", "."],
    "(AQX)": ["(", "AQX", ")"],
    "Ga\u0308o’s mayor": ["Ga\u0308o’s", "mayor"],
    "R&D": ["R&D"],
    "🙂 ok": ["🙂", "ok"],
    "non\u00a0loin\r\nde là": ["non", "loin", "de", "là"],
}


@pytest.mark.parametrize("text", CASES)
def test_words_numbers_and_marks(text):
    assert [token.text for token in tokenise(text, 0, len(text))] == CASES[text]


def seen(text):
    """The text without white space and signs of no width."""
    return "".join(c for c in text if not c.isspace() and c not in NO_WIDTH)


@given(st.text(max_size=200))
def test_tokens_are_exact_and_cover_everything_but_white_space(text):
    tokens = tokenise(text, 0, len(text))
    assert all(text[t.start : t.end] == t.text and t.lower == t.text.lower() for t in tokens)
    assert "".join(t.text for t in tokens) == seen(text)


@pytest.mark.parametrize("unit", ["a", "a-", "e\u0301", "1.", "a.", "'", "A&"])
def test_hostile_runs_take_linear_time(unit):
    text = unit * (200_000 // len(unit))
    began = time.process_time()
    tokenise(text, 0, len(text))
    assert time.process_time() - began < 2
