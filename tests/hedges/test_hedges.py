"""Hedges: a lost caveat is the worst error, "May 5" the commonest false one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from citebound.errors import ConfigurationError
from citebound.model import Block, Claim
from citebound_hooks.hedges.find import hedges_in
from citebound_hooks.hedges.layer import hedge_items
from citebound_hooks.hedges.lexicon import Lexicon, forms_by_first_word
from citebound_hooks.language.analysis import Sentence
from citebound_hooks.language.lexicon import load_lexicon

CASES = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text("utf-8"))
SINGLE_WORDS = [
    "reportedly",
    "allegedly",
    "purportedly",
    "apparently",
    "possibly",
    "probably",
    "perhaps",
    "seemingly",
]


def hedges_of(text, start=0):
    return hedges_in(text, Sentence(text, 0, start, len(text), Block(0, len(text))))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_every_hedge_and_nothing_else(case):
    text = case["text"]
    assert [text[start:end] for start, end, _ in hedges_of(text)] == case["found"]


@given(st.text(max_size=40), st.sampled_from(SINGLE_WORDS), st.text(max_size=40))
def test_no_surroundings_hide_a_hedge(before, word, after):
    text = f"{before} {word} {after}"
    places = hedges_of(text)
    begin = len(before) + 1
    assert any(start <= begin and begin + len(word) <= end for start, end, _ in places)
    assert all(first[1] <= second[0] for first, second in pairwise(places))


def test_only_the_place_asked_for_is_searched():
    text = "It may rain. It might snow."
    assert [text[start:end] for start, end, _ in hedges_of(text, 13)] == ["might"]


def test_hedges_stand_in_their_sentence(layers_of):
    found = layers_of("The ferry sank. It may have burned.\n\nIt was reportedly old.", "hedges").hedges
    assert [(hedge.span.exact, hedge.sentence.exact) for hedge in found] == [
        ("may", "It may have burned."),
        ("reportedly", "It was reportedly old."),
    ]
    assert [hedge.rule for hedge in found] == ["hedges.modal", "hedges.hearsay"]


def test_words_in_a_citation_are_no_hedges(layers_of):
    found = layers_of(
        "It burned (Probably News, 3 May 2016). It is possibly old.", "citations", "hedges"
    ).hedges
    assert [hedge.span.exact for hedge in found] == ["possibly"]


def test_a_hedge_belongs_to_the_claim_whose_clause_holds_it(report_of, layers_of):
    text = "The mayor reportedly said that the ferry may sail. It is possibly old."
    document, record = report_of(text)

    def span(words):
        return document.span(text.index(words), text.index(words) + len(words))

    claim = Claim(
        id="C1",
        sentence=span("The mayor reportedly said that the ferry may sail."),
        kind="say",
        cue=span("said"),
        content=(span("the ferry may sail"),),
        rule="test",
    )
    before = replace(layers_of(text), claims=(claim,))
    found = hedge_items(document, record, before)
    assert [(hedge.span.exact, hedge.claim) for hedge in found] == [
        ("reportedly", "C1"),
        ("may", "C1"),
        ("possibly", None),
    ]


def test_the_narrowest_claim_wins_and_a_named_hedge_before_all(report_of, layers_of):
    text = "He said that the front claimed it may leave."
    document, record = report_of(text)
    whole = document.span(0, len(text))

    def claim(name, content, hedges=()):
        start = text.index(content)
        place = document.span(start, start + len(content))
        return Claim(id=name, sentence=whole, kind="say", content=(place,), hedges=hedges, rule="test")

    wide, narrow = claim("C1", "the front claimed it may leave"), claim("C2", "it may leave")
    before = replace(layers_of(text), claims=(wide, narrow))
    assert hedge_items(document, record, before)[0].claim == "C2"
    may = document.span(text.index("may"), text.index("may") + 3)
    before = replace(before, claims=(replace(wide, hedges=(may,)), narrow))
    assert hedge_items(document, record, before)[0].claim == "C1"


def test_every_form_of_the_lexicon_is_under_its_first_word():
    forms = forms_by_first_word()
    assert {"reportedly", "may", "aurait", "not", "it"} <= forms.keys()
    assert all(word == word.lower() for word in forms)


def test_a_misspelt_key_is_refused(tmp_path):
    path = tmp_path / "hedges.toml"
    path.write_text('[[entry]]\nkind = "modal"\nlanguage = "en"\nform = ["may"]\n', "utf-8")
    with pytest.raises(ConfigurationError, match=r"hedges\.toml"):
        load_lexicon(path, Lexicon)
