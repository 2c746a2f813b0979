"""Outcomes that exclude each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from citebound.errors import ConfigurationError
from citebound_hooks.claims.contests import outcomes as lexicon
from citebound_hooks.claims.contests.outcomes import Contrary, exclude, outcomes
from citebound_hooks.language.lexicon import load_lexicon

CONTRARIES = load_lexicon(Path(lexicon.__file__).with_name("outcomes.toml"), dict[str, Contrary])


@pytest.mark.parametrize("name", CONTRARIES)
def test_no_word_tells_either_way(name):
    assert not CONTRARIES[name].one & CONTRARIES[name].other


@pytest.mark.parametrize("name", CONTRARIES)
def test_words_are_compared_in_lower_case(name):
    words = CONTRARIES[name].one | CONTRARIES[name].other
    assert words == {word.lower() for word in words}


def test_a_claim_that_speaks_of_both_tells_neither():
    assert outcomes(frozenset({"accident", "sabotage"})) == frozenset()


@pytest.mark.parametrize(
    ("mine", "theirs", "turned", "expected"),
    [
        ("accident", "sabotage", False, True),
        ("accident", "stove", False, False),
        ("accident", "sabotage", True, False),  # "no accident" and "sabotage"
        ("accident", "stove", True, True),  # "no accident" and "a stove"
        ("accident", "closed", False, False),
    ],
)
def test_what_excludes_what(mine, theirs, turned, expected):
    assert exclude(outcomes(frozenset({mine})), outcomes(frozenset({theirs})), turned) is expected
    assert exclude(outcomes(frozenset({theirs})), outcomes(frozenset({mine})), turned) is expected


def test_a_misspelt_key_is_an_error(tmp_path):
    broken = tmp_path / "outcomes.toml"
    broken.write_text('[cause]\none = ["accident"]\nothers = ["bomb"]\n')
    with pytest.raises(ConfigurationError, match=r"outcomes\.toml"):
        load_lexicon(broken, dict[str, Contrary])
