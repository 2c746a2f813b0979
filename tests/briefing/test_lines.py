"""Lines: every character is set once, no line is wider than its column, nothing is split where it may not be."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citebound_hooks.briefing.setting.lines import break_lines
from citebound_hooks.briefing.setting.runs import Inline, Run
from citebound_hooks.briefing.setting.type import Family, Type

FAMILY = Family(("SourceSerifPro-Regular", "FiraGO-Regular", "NotoSans-Regular"))
BODY = Type(FAMILY, 10, 13)


def said(lines):
    """The text of lines, in logical order."""
    pieces = (piece for line in lines for piece in line.pieces)
    return "".join(piece.sort.instead_of or piece.sort.shaped.text for piece in pieces)


def folded(text):
    return "".join(text.split())


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=300), st.integers(40, 400))
def test_every_character_is_set_once(text, width):
    assert folded(said(break_lines([Run(text, BODY)], width, 0))) == folded(text)


@settings(deadline=None)
@given(st.lists(st.text(alphabet="abc אבגعربي-/.123", max_size=60), max_size=6), st.integers(60, 300))
def test_no_line_is_wider_than_its_column(texts, width):
    runs = [Run(text, BODY, Inline("Quote") if at % 2 else None) for at, text in enumerate(texts)]
    for line in break_lines(runs, width, 0):
        assert line.width <= width + 1e-6
        assert min(line.lefts, default=0) >= -1e-6


@pytest.mark.parametrize("token", ["https://x.example/" + "a1/b2?c=" * 240, "x" * 2000, "é" * 900, "س" * 900])
def test_long_tokens_are_broken(token):
    lines = break_lines([Run(f"see {token} there", BODY)], 200, 0)
    assert len(lines) > 20
    assert folded(said(lines)) == folded(f"see {token} there")
    assert all(line.width <= 200 for line in lines)


def test_an_address_is_broken_behind_its_marks():
    address = (
        "https://data.example.org/very/long_path/query?district=12&from=2019-01-01&format=application%2Fjson"
    )
    lines = [said([line]) for line in break_lines([Run(address, BODY)], 150, 0)]
    assert lines == [
        "https://data.example.org/very/",
        "long_path/query?district=12&",
        "from=2019-01-01&format=",
        "application%2Fjson",
    ]


def test_a_huge_word_takes_a_moment_only():
    word = "".join(chr(97 + at * at % 26) for at in range(200_000))
    start = time.process_time()
    break_lines([Run(word, BODY)], 300, 0)
    assert time.process_time() - start < 10, (
        "linear work takes a fraction of a second, quadratic takes minutes"
    )


def test_kept_words_stay_on_one_line():
    runs = [Run("It was read on", BODY), Run(" ", BODY), Run("24 March 2017", BODY, keep=True)]
    width = break_lines([Run("It was read on 24", BODY)], 500, 0)[0].width + 1
    assert [said([line]).strip() for line in break_lines(runs, width, 0)] == [
        "It was read on",
        "24 March 2017",
    ]


def test_a_no_break_space_does_not_break():
    width = break_lines([Run("as it was read of 24", BODY)], 500, 0)[0].width + 1
    lines = break_lines([Run("as it was read of 24\u00a0March", BODY)], width, 0)
    assert [said([line]).strip() for line in lines] == ["as it was read of", "24\u00a0March"]


def test_what_no_face_covers_is_shown_by_its_number_and_still_known():
    (line,) = break_lines([Run("a\U0001f600b", BODY)], 500, 0)
    assert [piece.sort.shaped.text for piece in line.pieces] == ["a", "[U+1F600]", "b"]
    assert said([line]) == "a\U0001f600b"


def test_a_blank_that_no_face_covers_is_an_ordinary_blank():
    serif = Type(Family(("SourceSerifPro-Regular",)), 10, 13)
    (line,) = break_lines([Run("« a\u202fb »", serif)], 500, 0)
    assert "".join(piece.sort.shaped.text for piece in line.pieces) == "« a b »"
    assert said(line for line in [line]) == "« a\u202fb »"


@pytest.mark.parametrize("control", ["\u202a", "\u202e", "\u2066"])
def test_direction_controls_are_shown_not_obeyed(control):
    (line,) = break_lines([Run(f"safe{control}exe.txt", BODY)], 500, 0)
    assert f"[U+{ord(control):04X}]" in [piece.sort.shaped.text for piece in line.pieces]


@pytest.mark.parametrize("mark", ["\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff", "\u00ad"])
def test_joiners_and_marks_of_direction_take_no_room_and_are_kept(mark):
    (plain,) = break_lines([Run("הים", BODY)], 500, 1)
    (marked,) = break_lines([Run(f"ה{mark}ים", BODY)], 500, 1)
    assert said([marked]) == f"ה{mark}ים"
    assert marked.width == pytest.approx(plain.width, abs=1)


@pytest.mark.parametrize(
    ("word", "face"),
    [
        ("report", "SourceSerifPro-Regular"),
        ("доклад", "SourceSerifPro-Regular"),
        ("έκθεση", "SourceSerifPro-Regular"),
        ("تقرير", "FiraGO-Regular"),
        ("דוח", "FiraGO-Regular"),
    ],
)
def test_the_first_face_that_covers_a_word_sets_it_whole(word, face):
    (line,) = break_lines([Run(word, BODY)], 500, 0)
    assert [piece.sort.face.name for piece in line.pieces] == [face]


def test_arabic_letters_are_joined():
    (line,) = break_lines([Run("تقرير", BODY)], 500, 1)
    apart = [FAMILY.faces[1] and glyph for letter in "تقرير" for glyph, _ in _glyphs(letter)]
    joined = [glyph for glyph, _ in line.pieces[0].sort.shaped.meaning]
    assert set(joined) - set(apart), "the forms inside a word differ from those that stand alone"


def _glyphs(letter):
    (line,) = break_lines([Run(letter, BODY)], 500, 1)
    return line.pieces[0].sort.shaped.meaning


def test_words_of_a_right_to_left_line_run_from_right_to_left():
    (line,) = break_lines([Run("אבג דהו", BODY)], 500, 1)
    first, last = line.lefts
    assert first > last


@pytest.mark.parametrize(("text", "base"), [("May: אבג דהו זחט כלם", 0), ("אבג Port Sarne Post", 1)])
def test_the_blank_at_the_end_of_a_line_runs_as_the_paragraph_does(text, base):
    full = break_lines([Run(text, BODY)], 1000.0, base)[0].width
    first, *_ = break_lines([Run(text, BODY)], full * 0.8, base)
    assert first.pieces[-1].sort.shaped.text == " "
    assert first.pieces[-1].level == base
    assert first.order.index(len(first.pieces) - 1) == (0 if base else len(first.pieces) - 1)
    assert min(first.lefts) == pytest.approx(-first.pieces[-1].sort.blank if base else 0.0)


def test_a_label_of_ours_stands_before_a_right_to_left_quotation_with_its_colon_at_its_own_end():
    ours, quote = Type(FAMILY, 8, 13), Inline("Quote")
    (line,) = break_lines([Run("Reported:", ours), Run(" ", BODY), Run("“אבג דהו”", BODY, quote)], 500, 1)
    places = dict(zip((piece.sort.shaped.text for piece in line.pieces), line.lefts, strict=True))
    assert places["Reported:"] == max(places.values()), "in one piece, at the right"
