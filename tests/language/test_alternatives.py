"""Patterns of phrases: written as a tree, they find what the phrases in a row would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from citebound_hooks.language.alternatives import alternatives

words = st.text("abB.", min_size=1, max_size=3)
phrases = st.lists(st.lists(words, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=8, unique=True)


def in_a_row(spoken: list[str]) -> str:
    longest_first = sorted(spoken, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s{1,3}".join(map(re.escape, phrase.split())) for phrase in longest_first)


@given(phrases, st.text("abB. \n", max_size=20), st.sampled_from([re.NOFLAG, re.I]))
def test_the_tree_finds_what_the_row_finds(spoken, text, flags):
    row, tree = (re.compile(f"(?:{pattern})", flags) for pattern in (in_a_row(spoken), alternatives(spoken)))
    assert [match.span() for match in tree.finditer(text)] == [match.span() for match in row.finditer(text)]


@given(phrases)
def test_of_the_same_phrases_comes_the_same_pattern(spoken):
    assert alternatives(spoken) == alternatives(reversed(spoken))


def test_what_phrases_share_is_written_once():
    assert alternatives(["sent to", "sent by", "said"]) == r"s(?:ent\s{1,3}(?:by|to)|aid)"


def test_no_phrases_make_no_pattern():
    assert alternatives([]) == ""
