"""Whatever the text is, every span says what stands there, and nothing fails."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

WORDS = [
    "said",
    "says",
    "that",
    "the",
    "rebels",
    "claimed",
    "responsibility",
    "according",
    "to",
    "by",
    "has",
    "been",
    "accused",
    "of",
    "and",
    "who",
    "but",
    "statement",
    "told",
    "denied",
    "It",
    "He’s",
    "Lusava",
    "e\u0301mir",
    "الأمير",
    "הנשיא",
    "🔥",
    "U.S.",
    "1,200",
    "blamed",
    "on",
    "in",
    "words",
    "a",
    "claim",
    "saying",
]
MARKS = ["“", "”", '"', "''", "«", "»", "‘", "’", "'", ",", ".", ":", ";", "—", "-", "(", ")", "?", "!", "…"]
GAPS = [" ", " ", " ", "\u00a0", "\n", "\r\n", "\t", "", "\u200f"]
pieces = st.lists(st.tuples(st.sampled_from(WORDS + MARKS), st.sampled_from(GAPS)), max_size=60)
texts = pieces.map(lambda many: "".join(word + gap for word, gap in many))


def spans_of(claim):
    yield claim.sentence
    yield from claim.content
    yield from claim.hedges
    yield from (span for span in (claim.source.span, claim.cue) if span)


def check(text, claims):
    for claim in claims:
        for span in spans_of(claim):
            assert span.start < span.end
            assert text[span.start : span.end] == span.exact
        assert list(claim.content) == sorted(claim.content)
        assert claim.cue is not None
        assert claim.sentence.start <= claim.cue.start
        assert claim.cue.end <= claim.sentence.end


@settings(deadline=None, max_examples=300)
@given(texts)
def test_sentences_of_reporting_words(claims_in, text):
    check(text, claims_in(text))


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=300))
def test_any_text(claims_in, text):
    check(text, claims_in(text))


@settings(deadline=None, max_examples=100)
@given(texts, st.integers(0, 400), st.text(max_size=3))
def test_mutated_text(claims_in, text, at, piece):
    mutated = text[:at] + piece + text[at:]
    check(mutated, claims_in(mutated))


@settings(deadline=None, max_examples=50)
@given(texts)
def test_the_same_text_gives_the_same_claims(claims_in, text):
    assert claims_in(text) == claims_in(text)
