"""Words of a proposal are found letter for letter, as whole words, or not at all."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citebound.model import Block, Document
from citebound.spans import exact
from citebound_hooks.backends.llm.placing import AMBIGUOUS, INVENTED, NO_SENTENCE, Places, Unusable
from citebound_hooks.language.analysis import Sentence

WORDS = st.lists(
    st.sampled_from(
        ["a", "ab", "b", "A", "e\u0301", "🙂", "שלום", ".", "«", "(", "\\", "a+", "\r\n", "\u00a0"]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)


def places_in(text):
    document = Document(text=text, sha256="0" * 64, media_type="text/plain", bytes=0)
    block = Block(0, len(text))
    return Places(document, [Sentence(text, 0, 0, len(text), block)])


@given(WORDS, WORDS)
def test_whatever_is_found_is_exact_and_says_the_words(text, words):
    places = places_in(text)
    sentence = places.sentence(1)
    if "".join(words.split()) not in "".join(text.split()):
        with pytest.raises(Unusable, match=INVENTED):
            places.all(words, sentence)
        return
    with contextlib.suppress(Unusable):  # the letters stand there, but perhaps not as whole words
        found = places.all(words, sentence)
        for span in found:
            exact(span, text)
            assert span.exact.split() == words.split()


@given(WORDS, st.data())
def test_whole_words_of_the_sentence_are_found(text, data):
    parts = text.split()
    if not parts:
        return
    first = data.draw(st.integers(0, len(parts) - 1))
    last = data.draw(st.integers(first, len(parts) - 1))
    places = places_in(text)
    assert places.all(" ".join(parts[first : last + 1]), places.sentence(1))


CASES = {
    ("the gate by the gate", "gate"): AMBIGUOUS,
    ("the gate by the gate", "gates"): INVENTED,
    ("the gatekeeper", "gate"): INVENTED,
    ("the gate", ""): INVENTED,
    ("the gate", " \n"): INVENTED,
    ("1.5 million", "1"): None,
    ("it cost $5", "$5"): None,
    ("l’émir Aïr", "émir"): None,
    ("the gate", "the.gate"): INVENTED,
}


@pytest.mark.parametrize(("text", "words"), CASES)
def test_one_place_or_the_reason(text, words):
    places = places_in(text)
    reason = CASES[text, words]
    if reason is None:
        assert places.one(words, places.sentence(1)).exact == words
        return
    with pytest.raises(Unusable) as refused:
        places.one(words, places.sentence(1))
    assert str(refused.value) == reason


@pytest.mark.parametrize("number", [-1, 0, 2, 10**20])
def test_a_sentence_that_is_not_there(number):
    with pytest.raises(Unusable, match=NO_SENTENCE):
        places_in("One.").sentence(number)


def test_words_said_over_and_over_are_no_burden():
    places = places_in("a " * 50_000)
    began = time.process_time()
    with pytest.raises(Unusable, match=INVENTED):
        places.all("a " * 200 + "b", places.sentence(1))
    assert time.process_time() - began < 10  # seconds; 0.2 on an idle machine
