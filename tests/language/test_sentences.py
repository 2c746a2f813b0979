from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citebound_hooks.language.sentences import sentence_spans
from citebound_hooks.language.tokens import NO_WIDTH

CASES = {
    "plain": ["The mine closed.", "Nobody was paid."],
    "title": ["Gen. Ada Quill met Dr. Osei.", "They left."],
    "initial": ["Joan R. Petrie spoke.", "Others did not."],
    "month": ["On Dec. 26 the bridge fell.", "It was old."],
    "closing abbreviation": ["The talks moved to the U.S.", "The delegates followed."],
    "inner abbreviation": ["The U.S. Senate adjourned.", "It meets again."],
    "quote": ["“We are ready.”", "He sat down."],
    "question": ["Who paid?", "No one said."],
    "ellipsis": ["They waited…", "Nothing came."],
    "footnotes": ["It failed in 2008.[1][2]", "Nobody was paid.[^3]", "They left."],
    "raised footnotes": ["It failed in 2008.¹²", "The bank “closed.”³", "They left."],
    "guillemets": ["« Un pont brûle. »", "Elle note l’heure.", "« Qui ? »"],
    "retired": ["General (ret.) Ada Quill spoke.", "They left."],
    "number": ["The toll rose to 1.5 million.", "It was 3 p.m. local time."],
}


@pytest.mark.parametrize("name", CASES)
def test_sentences_end_where_a_reader_ends_them(name):
    text = "  " + " ".join(CASES[name]) + "\n"
    assert [text[a:b] for a, b in sentence_spans(text, 0, len(text))] == CASES[name]


def seen(text):
    """The text without white space and signs of no width."""
    return "".join(c for c in text if not c.isspace() and c not in NO_WIDTH)


@given(st.text(max_size=200))
def test_sentences_lie_in_order_and_lose_nothing_but_white_space(text):
    spans = list(sentence_spans(text, 0, len(text)))
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert seen("".join(text[a:b] for a, b in spans)) == seen(text)
