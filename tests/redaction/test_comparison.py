"""A redacted text can be held against its original without saying what is hidden."""

from hypothesis import assume, given
from hypothesis import strategies as st

from citebound.redaction.comparison import first_difference
from citebound.redaction.places import Hidden
from citebound.redaction.shifting import Shift


@st.composite
def redacted(draw):
    text = draw(st.text("ab \n[", min_size=1, max_size=40))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    return text, Shift(
        text, [Hidden(*pair, "name") for pair in zip(cuts[::2], cuts[1::2], strict=False)], "[x]"
    )


@given(redacted())
def test_the_original_always_agrees(drawn):
    text, shift = drawn
    assert first_difference(shift.text, shift.places, text) is None


@given(redacted(), st.data())
def test_a_word_too_many_among_those_kept_is_a_difference(drawn, data):
    text, shift = drawn
    kept = [n for n in range(len(shift.text)) if not any(p.start <= n < p.end for p in shift.places)]
    assume(kept)
    at = data.draw(st.sampled_from(kept))
    moved = [
        type(p)(start=p.start + (p.start > at), end=p.end + (p.start > at), kind=p.kind) for p in shift.places
    ]
    changed = f"{shift.text[:at]}Z{shift.text[at:]}"
    difference = first_difference(changed, moved, text)
    assert difference is not None
    assert "Z" in difference.kept


def test_each_mark_stands_for_something():
    shift = Shift("abc", [Hidden(1, 2, "name")], "[x]")
    assert first_difference(shift.text, shift.places, "ac") is not None
    assert first_difference(shift.text, shift.places, "aanythingc") is None
