"""The claims of a real report, where it lies beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

SEEDS = sorted((Path(__file__).resolve().parents[3] / "shared" / "seeds").glob("000_*.txt"))


@pytest.fixture(scope="module")
def report():
    if not SEEDS:
        pytest.skip("the seed reports are not there")
    import citebound

    return citebound.extract(citebound.read(SEEDS[0]))


def claim(report, cue):
    return next(claim for claim in report.claims if claim.cue and claim.cue.exact == cue)


def test_the_claim_of_responsibility(report):
    found = claim(report, "claimed")
    assert found.kind == "claim-responsibility"
    assert found.source.span.exact.endswith("Jamaat Nusrat al-Islam wal Muslimeen")
    assert "Boulikessi" in found.content[0].exact


def test_its_way_to_the_page(report):
    for cue in ("claimed", "claimed responsibility"):
        names = [(link.step, link.name) for link in claim(report, cue).chain]
        assert [name for step, name in names if step == 1] == ["Nouakchott News Agency"]
        assert [name for step, name in names if step == 2] == ["MaliJet", "RFI"]


def test_the_first_attribution_is_contested(report):
    first = claim(report, "attributed")
    assert first.source.span.exact == "initial reports"
    assert claim(report, "claimed responsibility").id in first.contested_by
    assert "initial reports" in [span.exact for span in first.hedges]


def test_the_pledge_and_the_merger(report):
    assert claim(report, "pledging").kind == "pledge"
    assert claim(report, "announcing").content[0].exact == "the merger"


def test_no_boilerplate_makes_a_claim(report):
    assert not any("UNHCR" in found.sentence.exact for found in report.claims)
