"""Words are found however they are written, and not inside other words."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citebound.redaction.folding import folded, form_of

FOUND = {
    "Élise Dubois": [
        "Élise Dubois",
        "ÉLISE DUBOIS",
        "E\u0301lise Dubois",
        "Elise Dubois's",
        "Élise\nDubois",
        "Élise Du-\n  bois",
        "Él\u00adise Dubois",
        "https://desk.example/elise-dubois.html",
        "elise_dubois@desk.example",
        "@EliseDubois",
        "Dr. Élise Dubois’",
        "https://desk.example/%C3%89lise%20Dubois/x",
    ],
    "O'Rourke": ["O’Rourke", "O'ROURKE", "ORourke"],
    "Straße": ["STRASSE", "Strasse"],
    "Ⅳ. Front": ["IV Front"],
    "王毅": ["外长王毅说"],
    "김정은": ["김정은이"],
    "أحمد": ["وأحمد", "أَحْمَد"],
    "Иван Петров": ["ИВАН ПЕТРОВ"],
    "✪": ["a ✪ b"],
}
LEFT = {
    "Ali": ["Mali", "alias", "Al Im"],
    "Iran": ["I ran", "Iranian"],
    "Élise Dubois": ["Elise du Bois", "Dubois Élise", "Élise", "Élise and also Marc Dubois"],
}


@pytest.mark.parametrize(("words", "text"), [(w, t) for w, texts in FOUND.items() for t in texts])
def test_every_spelling_is_found(words, text):
    assert form_of(words).stands_in(text)
    assert form_of(words).stands_in(f"before {text} behind")


@pytest.mark.parametrize(("words", "text"), [(w, t) for w, texts in LEFT.items() for t in texts])
def test_other_words_are_left(words, text):
    assert not form_of(words).stands_in(text)


def test_accents_behind_the_last_letter_belong_to_it():
    text = "Rene\u0301 left"
    assert list(form_of("rene").places(text)) == [(0, 5)]


def test_a_word_with_per_cent_signs_is_found_whole():
    text = "see https://x.example/a%20b%20Var%69n today"
    ((start, end),) = form_of("Varin").places(text)
    assert text[start:end] == "https://x.example/a%20b%20Var%69n"


@given(st.text(max_size=80), st.text(min_size=1, max_size=12), st.text(max_size=80))
def test_what_stands_apart_is_found_at_its_place(before, words, behind):
    text = f"{before}\n{words}\n{behind}"
    places = list(form_of(words).places(text))
    for start, end in places:
        assert 0 <= start < end <= len(text)
    if any(sign.isalnum() for sign in words):
        first = len(before) + 1
        inner = [at for at, sign in enumerate(words) if sign.isalnum()]
        assert any(start <= first + inner[0] and end > first + inner[-1] for start, end in places)


@pytest.mark.parametrize("unit", ["Elise ", "elisedubois-\n", "Elise" + "-" * 50, "%41", "é" * 7 + "\n"])
def test_hostile_texts_take_linear_time(unit):
    def cost(count):
        text = unit * (count // len(unit))
        return min(seconds(text) for _ in range(3))

    def seconds(text):
        folded.cache_clear()
        begun = time.process_time()
        list(form_of("Elise Dubois Elise").places(text))
        return time.process_time() - begun

    cost(1000)
    assert cost(160_000) < 16 * cost(20_000) + 0.3
