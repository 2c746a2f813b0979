"""Mixed directions. In these lines capitals stand for Hebrew letters, as in the examples of UAX #9."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citebound_hooks.briefing.setting import bidi

HEBREW = {chr(65 + at): chr(0x5D0 + at) for at in range(26)}


def visual(text: str, base: int | None = None) -> str:
    logical = "".join(HEBREW.get(character, character) for character in text)
    level = bidi.base_level(logical) if base is None else base
    return "".join(text[at] for at in bidi.visual_order(bidi.levels(logical, level)))


@pytest.mark.parametrize(
    ("text", "base", "shown"),
    [
        ("car means CAR.", None, "car means RAC."),
        ("CAR means car", None, "means car RAC"),
        ("CAR means car.", 0, "RAC means car."),
        ("he said “IT IS 123, 456, OK”.", 0, "he said “KO ,456 ,123 SI TI”."),
        ("IT IS 123.", None, ".123 SI TI"),
        ("A 1-2 B", None, "B 1-2 A"),
        ("A 10% B", None, "B 10% A"),
        ("plain words, 12%", None, "plain words, 12%"),
        ("A (b) C", None, "C )b( A"),
    ],
)
def test_examples(text, base, shown):
    assert visual(text, base) == shown


def test_a_quotation_does_not_act_on_the_words_around_it():
    logical = "אבג (rfi). [2] note"
    free = bidi.levels(logical, 1)
    kept = bidi.isolated_levels(logical, 1, [(0, 10), (11, 14)])
    assert free[9] == free[15], "without isolation the closing point joins the note"
    assert kept[9] != kept[15]
    assert [bidi.visual_order(kept).index(at) for at in (0, 9, 12, 15)] == sorted(
        [bidi.visual_order(kept).index(at) for at in (0, 9, 12, 15)], reverse=True
    )


@given(st.text(alphabet="ab1,. %-+אבﺍ٣()", max_size=40), st.sampled_from([0, 1]))
def test_every_character_has_one_place(text, base):
    levels = bidi.levels(text, base)
    assert len(levels) == len(text)
    assert all(base <= level <= base + 2 for level in levels)
    assert sorted(bidi.visual_order(levels)) == list(range(len(text)))


@given(st.text(alphabet="abc אבג12", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_isolates_keep_the_length(text, first, second):
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    isolates = [(start, end)] if start < end else []
    assert len(bidi.isolated_levels(text, 0, isolates)) == len(text)


@pytest.mark.parametrize(
    ("text", "level"),
    [("note: אבג דהו זחט", 1), ("the group אבג said", 0), ("12 (3)", 0), ("אב", 1), ("ab אב", 0), ("", 0)],
)
def test_a_paragraph_runs_as_most_of_its_letters(text, level):
    assert bidi.main_level(text) == level


def test_ascii_is_recognised_without_looking_closer():
    assert not bidi.has_right_to_left("plain words")
    assert not bidi.has_right_to_left("Ünïcödé Кириллица")
    assert bidi.has_right_to_left("x א")


@pytest.mark.parametrize("sentence", ["אבג published the report.", "By אבגדהוזחטיכלמנ."])
def test_a_name_does_not_turn_a_stretch_of_our_words_round(sentence):
    assert bidi.isolated_levels(sentence, 0, [(0, len(sentence))])[-1] == 2, "an even level: left to right"
