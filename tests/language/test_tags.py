"""Language tags: RFC 5646 in its usual case, names by the list, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citebound_hooks.language.tags import language_tag


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("en", "en"),
        ("EN_gb", "en-GB"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("de-1996", "de-1996"),
        (" French ", "fr"),
        ("Español", "es"),
        ("USenglish", "en-US"),
        ("the language", None),
        ("c", None),
        ("en-", None),
        ("x" * 10_000, None),
        ("", None),
    ],
)
def test_tags_and_names(words, tag):
    assert language_tag(words) == tag


@given(st.text(max_size=30))
def test_a_tag_is_its_own_tag(words):
    tag = language_tag(words)
    assert tag is None or language_tag(tag) == tag
