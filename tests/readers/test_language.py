from __future__ import annotations

import pytest

from citebound_hooks.language.identification import identify_language

CASES = "languages.yml"
ENGLISH = (
    "The council said that it was in the town when the lorries were burnt, and that nobody was hurt by it. "
)
FRENCH = "Le conseil a dit que les camions ont été brûlés dans la nuit et que les routes sont fermées pour une nuit. "


def test_languages(case):
    assert identify_language(case["text"]) == case["name"]


@pytest.mark.parametrize(
    "text",
    ["", "Tarbo", "12 34 56", "Publisher Lake Basin Monitor", "国连安理会 2017", ENGLISH + FRENCH],
    ids=["empty", "name", "numbers", "labels", "another-script", "two-languages"],
)
def test_unsure(text):
    assert identify_language(text) is None


def test_only_the_beginning_is_looked_at():
    assert identify_language(ENGLISH * 60 + FRENCH * 9999) == "en"
