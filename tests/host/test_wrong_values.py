"""What msgspec says of a wrong value, told in words that name what is allowed."""

from __future__ import annotations

from typing import Literal

import msgspec
import pytest

from citebound.wrong_values import explained


class Inner(msgspec.Struct, forbid_unknown_fields=True):
    size: int
    kind: Literal["salt", "reed"] = "salt"


class Outer(msgspec.Struct, rename="kebab"):
    inner: Inner | None = None
    many: tuple[Inner, ...] = ()
    by_name: dict[Literal["north", "south"], tuple[Inner, ...]] = {}
    words: str | tuple[str, ...] = ""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"inner": {"size": "x"}}, "'size' must be a whole number, not text in quotation marks"),
        ({"inner": {}}, "'size' is missing in 'inner'"),
        ({"inner": {"size": 1, "kind": "slat"}}, "'kind' cannot be 'slat'; did you mean 'salt'?"),
        ({"many": [{"size": 1, "kind": "x"}]}, "'kind' cannot be 'x'; known are reed, salt"),
        ({"many": {}}, "'many' must be a list, not a table"),
        ({"by-name": {"nroth": []}}, "'by-name' cannot hold 'nroth'; did you mean 'north'?"),
        ({"by-name": {"north": [{}]}}, "'size' is missing in 'by-name'"),
        ({"words": 3}, "'words' must be text in quotation marks or a list, not a whole number"),
    ],
)
def test_a_wrong_value_is_told_in_words(data, words):
    with pytest.raises(msgspec.ValidationError) as error:
        msgspec.convert(data, Outer)
    assert explained(error.value, Outer) == words


def test_what_is_not_foreseen_is_told_as_it_is():
    assert explained(msgspec.ValidationError("Odd"), Outer) == "Odd"
