"""Stems are found in any case, in their stretch and nowhere else."""

import pytest

from citebound_hooks.language.stems import has_stem

TEXT = "Rain fell. Killings were told of. Rain fell."


@pytest.mark.parametrize(
    ("stems", "found"), [(["kill"], True), (["wound", "told"], True), (["rain"], False), ([], False)]
)
def test_only_the_stretch_is_searched(stems, found):
    assert has_stem(TEXT, 11, 33, stems) is found
