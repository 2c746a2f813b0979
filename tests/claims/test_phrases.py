"""The shallow look at a sentence: tags, noun phrases, elisions, quotes."""

from __future__ import annotations

import pytest

from citebound.model import Block
from citebound_hooks.claims.passages import Masks
from citebound_hooks.claims.quotes import find_quotes
from citebound_hooks.language.elisions import parted
from citebound_hooks.language.phrases import NOUN_PHRASE, tag_string
from citebound_hooks.language.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("The armed rebels left.", "DJZV."),
        ("Kelly said so", "CVS"),
        ("Recently, he has not said that", "R,OAXVT"),
        ("members of al-Qaeda", "ZfC"),
        ("fighters of IS are", "ZfCb"),
        ("a militia led by Omar", "DNEPC"),
        ("about 20 soldiers", "DnZ"),
        ("the rebels’ camp", "DZpN"),
    ],
)
def test_tags(text, tags):
    assert tag_string(tokenise(text, 0, len(text))) == tags


def test_headings_in_capitals_are_read_like_others():
    text = "THE MINISTER WILL RESIGN"
    assert tag_string(tokenise(text, 0, len(text)))[2] == "M"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the leader of the northern front said", "the leader of the northern front"),
        ("two dozen farmers from Oss left", "two dozen farmers from Oss"),
        ("Belmark and Orlund.", "Belmark and Orlund"),
        ("Belmark and Orlund signed", "Belmark"),
        ("the newly formed alliance left", "the newly formed alliance"),
    ],
)
def test_noun_phrases(text, phrase):
    tokens = tokenise(text, 0, len(text))
    found = NOUN_PHRASE.match(tag_string(tokens))
    assert text[tokens[0].start : tokens[found.end() - 1].end] == phrase


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("l’attaque d'hier", ["l’", "attaque", "d'", "hier"]),
        ("qu’il n’a", ["qu’", "il", "n’", "a"]),
        ("a-t-il ajouté", ["a", "il", "ajouté"]),
        ("N'Djamena n'est", ["N'Djamena", "n'", "est"]),
        ("aujourd'hui porte-parole", ["aujourd'hui", "porte-parole"]),
    ],
)
def test_elisions(text, parts):
    tokens = parted(tokenise(text, 0, len(text)))
    assert [token.text for token in tokens] == parts
    assert all(text[token.start : token.end] == token.text for token in tokens)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('He said "no" and "never".', ['"no"', '"never"']),
        ("« Non », dit-il.", ["« Non »"]),
        ("‘We left,’ she said of the rebels’ camp.", ["‘We left,’"]),
        ("''Stay,'' he said.", ["''Stay,''"]),
        ("“He called it “mine” twice.", ["“He called it “mine”"]),
        ('The board is 5" wide.', []),
        ("It's the rebels' camp.", []),
    ],
)
def test_quotes(text, quotes):
    found = find_quotes(text, [Block(0, len(text))])
    assert [text[quote.start : quote.end] for quote in found.all] == quotes


def test_an_unclosed_quote_ends_with_its_paragraph_and_goes_on_in_the_next():
    text = "“One.\n“Two.”"
    first, second = find_quotes(text, [Block(0, 5), Block(6, len(text))]).all
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)


def test_masks_cut_citations_out_of_a_stretch():
    masks = Masks([(10, 20)])
    assert masks.without(0, 30) == [(0, 10), (20, 30)]
    assert masks.without(12, 18) == []
    assert masks.without(20, 30) == [(20, 30)]
    assert masks.cover(10)
    assert not masks.cover(20)
