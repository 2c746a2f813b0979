"""The lexicons: forms made by rule, and files that keep to their schema."""

from __future__ import annotations

import pytest

from citebound.errors import ConfigurationError
from citebound_hooks.claims.forms import Spelling, verb_forms
from citebound_hooks.claims.lexicon import cue_forms
from citebound_hooks.claims.nominal_lexicon import reporting_adjectives, reporting_nouns
from citebound_hooks.claims.words import Words, words
from citebound_hooks.language.lexicon import load_lexicon

SPELLING = Spelling(doubling=frozenset({"admit"}), either=frozenset({"signal"}))


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("warn", {"warn", "warns", "warned", "warning"}),
        ("accuse", {"accuse", "accuses", "accused", "accusing"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("stress", {"stress", "stresses", "stressed", "stressing"}),
        ("admit", {"admit", "admits", "admitted", "admitting"}),
        ("signal", {"signal", "signals", "signaled", "signalled", "signaling", "signalling"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("say", {"say", "says", "sayed", "saying"}),
    ],
)
def test_forms_by_rule(lemma, forms):
    assert {form for form, _ in verb_forms(lemma, SPELLING)} == forms


def test_irregular_forms_replace_those_by_rule():
    assert cue_forms()["said"].forms == {"past", "participle"}
    assert "sayed" not in cue_forms()


def test_every_weight_is_a_share():
    verbs = {form.verb.lemma: form.verb for form in cue_forms().values()}.values()
    weights = [take.weight for verb in verbs for take in verb.takes.values()]
    weights += [group.weight for group in (*reporting_nouns().values(), *reporting_adjectives().values())]
    assert all(0 < weight <= 1 for weight in weights)


def test_nouns_stand_in_both_numbers():
    assert reporting_nouns()["allegations"] is reporting_nouns()["allegation"]
    assert reporting_nouns()["worries"] is reporting_nouns()["worry"]


def test_word_lists_are_in_lower_case():
    for name in Words.__struct_fields__:
        assert all(word == word.lower() for word in getattr(words(), name))


def test_an_unknown_key_is_an_error(tmp_path):
    wrong = tmp_path / "words.toml"
    wrong.write_text('negation = ["not"]\n')
    with pytest.raises(ConfigurationError, match=r"words\.toml"):
        load_lexicon(wrong, Words)
