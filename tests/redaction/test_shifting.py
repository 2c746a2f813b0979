"""Spans that say what stands there still do in the redacted text."""

from hypothesis import given
from hypothesis import strategies as st

from citebound.model import Span
from citebound.redaction.places import Hidden
from citebound.redaction.shifting import Shift


@st.composite
def texts(draw):
    """A text, places to hide that do not overlap, and spans anywhere."""
    text = draw(st.text(min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    hidden = [Hidden(*pair, "name") for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = [
        Span(*sorted(pair), text[slice(*sorted(pair))])
        for pair in draw(st.lists(ends))
        if len(set(pair)) == 2
    ]
    return text, hidden, spans


@given(texts(), st.sampled_from(["[redacted]", "█", "[]"]))
def test_every_span_is_exact_and_takes_in_whole_marks(drawn, mark):
    text, hidden, spans = drawn
    shift = Shift(text, hidden, mark)
    places = {(place.start, place.end) for place in shift.places}
    assert all(shift.text[start:end] == mark for start, end in places)
    assert len(places) == len(hidden)
    for span in spans:
        moved = shift.span(span)
        assert shift.text[moved.start : moved.end] == moved.exact
        assert moved.exact
        if not shift.touches(span):
            assert moved.exact == span.exact
        for start, end in places:
            assert end <= moved.start or moved.end <= start or moved.start <= start < end <= moved.end


@given(texts())
def test_what_is_not_hidden_stays_word_for_word(drawn):
    text, hidden, _ = drawn
    shift = Shift(text, hidden, "\uffff")
    at, kept = 0, []
    for place in hidden:
        kept.append(text[at : place.start])
        at = place.end
    assert shift.text == "\uffff".join([*kept, text[at:]])
