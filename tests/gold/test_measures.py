"""The measures themselves: a faultless extraction gets all of them, an empty one and a spoilt one do not."""

from __future__ import annotations

import pytest
import score
from gold import ideal
from gold.documents import load, names

DOCUMENTS = [load(name) for name in names()]


def spoilt(layer, change):
    """A system that gives the ideal extraction with one layer changed."""

    def system(gold):
        found = ideal.extraction(gold)
        found[layer] = [change(dict(item)) for item in found[layer]]
        return found

    return score.figures(score.measured(DOCUMENTS, system))


@pytest.fixture(scope="module")
def perfect():
    return score.figures(score.measured(DOCUMENTS, ideal.extraction))


def test_a_faultless_extraction_gets_everything(perfect):
    short = {name: value["f"] for name, value in perfect.items() if value["f"] < 1}
    assert not short


def test_an_empty_extraction_gets_nothing():
    empty = {layer: [] for layer in score.LAYERS}
    found = score.figures(score.measured(DOCUMENTS, lambda gold: empty))
    for name in score.TARGETS:
        assert found[name]["f"] == 0


@pytest.mark.parametrize(
    ("layer", "change", "fallen"),
    [
        ("citations", lambda c: c | {"date": None}, "citations"),
        ("citations", lambda c: c | {"outlet": "Elsewhere"}, "citations"),
        ("dates", lambda d: d | {"iso": "1901-01-01"}, "dates"),
        ("actors", lambda a: a | {"type": "population"}, "actors: type"),
        ("actors", lambda a: a | {"mentions": a["mentions"][:1], "aliases": []}, "actors: alias links"),
        ("claims", lambda c: c | {"source": {"actor": None, "span": None}}, "claims: relation"),
        ("claims", lambda c: c | {"content": []}, "claims: relation"),
        ("claims", lambda c: c | {"negated": not c["negated"]}, "claims: negated"),
        ("claims", lambda c: c | {"hedges": []}, "claims: hedges kept"),
        ("claims", lambda c: c | {"contested_by": []}, "claims: contested links"),
        ("claims", lambda c: c | {"chain": c["chain"][:1]}, "claims: chain"),
        ("events", lambda e: e | {"casualties": None}, "events: killed"),
    ],
)
def test_a_spoilt_layer_falls(perfect, layer, change, fallen):
    found = spoilt(layer, change)
    assert found[fallen]["f"] < perfect[fallen]["f"] - 0.2
