"""Inline citations: which brackets cite, whom, of which day, and where the outlets have it from."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

CASES = yaml.load(Path(__file__).with_name("cases.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
KNOWN = {"publisher": "Tamsel Institute", "series": "Sahel Notes"}


def _told(value):
    return None if value in (None, "null", "") else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_outlet_and_date_is_one_citation(layers_of, case):
    published = _told(case.get("published", "2017-03-24"))
    found = layers_of(case["text"], "citations", published=published, **KNOWN).citations
    wanted = case["found"]
    assert [citation.outlet for citation in found] == [one["outlet"] for one in wanted]
    for citation, one in zip(found, wanted, strict=True):
        if "undated" not in one:
            assert citation.date is not None
            assert citation.date.iso == _told(one["iso"])
        assert citation.kind == one.get("kind", "source")
        assert citation.origin == one.get("origin")
        assert citation.span.exact == one.get("span", citation.span.exact)
        assert citation.sentence.exact == one.get("sentence", citation.sentence.exact)
        assert citation.rule.startswith("citations.")


def test_ids_count_in_the_order_of_the_text(layers_of):
    found = layers_of(
        "It burned (Dawn, 3 May 2016; Reuters, 4 May 2016). It rained (AFP, 5 May 2016).", "citations"
    )
    assert [citation.id for citation in found.citations] == ["R1", "R2", "R3"]


def test_a_date_stands_inside_its_segment(layers_of):
    citation = layers_of("It burned (Dawn [Urdu], 3 May 2016, p. 5).", "citations").citations[0]
    assert citation.date.raw == citation.date.span.exact == "3 May 2016"
    assert citation.span.contains(citation.date.span)


@pytest.mark.parametrize("brackets", ["(" * 300, "(a;" * 300, "[" * 300 + "(Dawn, March 3", "(see " * 200])
def test_unbalanced_brackets_give_nothing(layers_of, brackets):
    assert not layers_of(f"It burned {brackets}", "citations", published="2017-03-24").citations
