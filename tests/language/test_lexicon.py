from __future__ import annotations

import msgspec
import pytest

from citebound.errors import ConfigurationError
from citebound_hooks.language.lexicon import load_lexicon


class Months(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    names: frozenset[str]
    numbers: dict[str, int] = {}


def test_lists_become_sets_and_tables_dicts(tmp_path):
    path = tmp_path / "months.toml"
    path.write_text('names = ["march", "mars"]\n[numbers]\nmars = 3\n', "utf-8")
    months = load_lexicon(path, Months)
    assert months.names == {"march", "mars"}
    assert months.numbers == {"mars": 3}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("names = [", "Unclosed array|Invalid value|Unexpected end"),
        ('names = ["march"]\nname = "x"', "unknown field `name`"),
        ("numbers = {}", "missing required field `names`"),
        ("names = [3]", "Expected `str`"),
    ],
)
def test_a_wrong_file_is_named_with_the_reason(tmp_path, content, reason):
    path = tmp_path / "months.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(ConfigurationError, match=reason) as caught:
        load_lexicon(path, Months)
    assert str(path) in str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ConfigurationError, match=r"gone\.toml"):
        load_lexicon(tmp_path / "gone.toml", Months)


def test_bytes_that_are_no_utf_8_are_refused(tmp_path):
    path = tmp_path / "months.toml"
    path.write_bytes(b'names = ["m\xe4rz"]')
    with pytest.raises(ConfigurationError, match="not a valid lexicon"):
        load_lexicon(path, Months)
