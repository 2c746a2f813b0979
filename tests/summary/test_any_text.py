"""All five layers on any text at all: spans exact, the same twice, no crash, time in proportion to the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

LAYERS = ("citations", "dates", "events", "hedges", "summary")
PIECES = [
    "An attack in Sarkandi left 11 soldiers dead", "(Dawn, March 10; see Sahel Notes [Arabic], 3 mai)", "last year",
    " on March 5", "the 1980s", "may", "reportedly", "told AFP", "29 February", "between 3 and", "killed", "two",
    "on Monday", "the next day", "2017", "3/4/2017", "n.d.", "Ibid.", "The", "in", "de", "(", ")", "[", ";", ".", ". ",
    "\n\n", "\r\n", "- ", "1. ", "“", "”", '"', "«", "»", "©", "Last Updated: ", "\u00a0", "\u200f", "\u202b",
    "e\u0301", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "🚩", "الجزائر", "قُتل 11 جنديا", "נהרגו",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
HOSTILE = {
    "open brackets": "(",
    "segments": "(a;",
    "semicolons": ";",
    "quotes": '"',
    "curly quotes": "“",
    "half citations": "(Dawn, March 3; ",
    "nested citations": "(Dawn (",
    "days": "March 3, ",
    "days in a range": "3 and ",
    "years": "2012, ",
    "last year": "last year ",
    "weekdays": "Monday ",
    "statements": "in a statement to ",
    "sayings": "told ",
    "names": "Aa ",
    "places": "in Gao ",
    "dead": "killed 11 ",
    "attacks": "the attack ",
    "bombs": "a bomb exploded ",
    "numbers": "11 ",
    "dozens": "two dozen ",
    "may": "May may ",
    "nots": "not ",
    "forms of be": "is ",
    "one long word": "a",
    "one long capital word": "A",
    "one long number": "1",
    "full stops": ". ",
    "paragraphs": "x\n\n",
    "rule": "- ",
    "capitals for a dateline": "AB ",
}


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["2017-03-24", "March 2017", "2017", None]))
def test_every_span_is_exact(layers_of, text, published):
    found = layers_of(text, *LAYERS, published=published, publisher="Tamsel Institute", series="Sahel Notes")
    for layer in LAYERS:
        for item in getattr(found, layer):
            assert item.rule
            for span in _spans(item.to_dict()):
                assert span["exact"]
                assert text[span["start"] : span["end"]] == span["exact"]


def _spans(value):
    """Yields every span inside a plain value."""
    if isinstance(value, dict):
        if {"start", "end", "exact"} <= value.keys():
            yield value
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _spans(inner)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_result(layers_of, text):
    first = layers_of(text, *LAYERS, published="2017-03-24")
    assert layers_of(text, *LAYERS, published="2017-03-24") == first
    assert layers_of(f"{text} ", *LAYERS, published="2017-03-24").hedges == first.hedges


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_citation_is_never_younger_than_the_report(layers_of, text):
    for citation in layers_of(text, "citations", published="2017-03-24").citations:
        if (
            citation.date
            and citation.date.iso
            and "2017" not in citation.date.raw
            and "/" not in citation.date.raw
        ):
            assert citation.date.iso <= "2017-03-24"


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text_and_no_faster(layers_of, piece):
    layers_of(piece * 10, *LAYERS, published="2017-03-24")  # patterns compiled

    def seconds(size):
        text = piece * (size // len(piece))
        start = time.process_time()
        layers_of(text, *LAYERS, published="2017-03-24")
        return time.process_time() - start

    small, large = seconds(20_000), seconds(160_000)
    assert large < max(24 * small, 0.5), f"{small:.2f} s for 20,000 characters, {large:.2f} s for 160,000"
