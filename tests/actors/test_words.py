"""The lexicons hold what their comments say."""

from __future__ import annotations

import msgspec
import pytest

from citebound_hooks.actors.lexicon.french import french
from citebound_hooks.actors.lexicon.kinds import geography, kinds, noun_types
from citebound_hooks.actors.lexicon.relations import relation_words
from citebound_hooks.actors.lexicon.tables import given_names, known_types, states, word_lists


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from strings(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from strings(each)


@pytest.mark.parametrize("lexicon", [word_lists, french])
def test_words_are_lower_case(lexicon):
    assert [text for text in strings(lexicon()) if text != text.lower()] == []


def test_given_names_and_known_names_are_lower_case():
    assert all(name == name.lower() for name in given_names())
    assert all(name == name.lower() for name in known_types())


def test_every_capital_belongs_to_one_state():
    capitals = [state.capital for state in states().states.values() if state.capital]
    assert len(set(capitals)) == len(capitals)


def test_variants_stand_for_names_of_the_table():
    table = states()
    assert set(table.variants.values()) <= set(table.states)
    assert set(table.capital_variants.values()) <= {state.capital for state in table.states.values()}


def test_every_group_noun_has_a_type():
    lists = word_lists()
    nouns = " ".join(strings(lists.people)) + " " + " ".join(strings(lists.bodies))
    assert set(nouns.split()) <= set(noun_types())


def test_only_one_function_word_is_a_state_in_capitals():
    assert set(word_lists().function.split()) & set(geography().states) == {"us"}
    assert kinds()["ministry"] != kinds()["the"]


def test_no_cue_stands_for_two_relations():
    cues = [words for group in relation_words().between for words in group.words]
    assert len(set(cues)) == len(cues)
