"""The real report of the reference folder, where it is there: citations, dates, hedges, the event, the summary."""

from __future__ import annotations

from pathlib import Path

import pytest

SEED = Path(__file__).resolve().parents[3] / "shared" / "seeds" / "000_88e1563c7d2dddbf.txt"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the reference folder is not beside the checkout")


@pytest.fixture(scope="module")
def found(workflow):
    from citebound.model import Upload

    document = workflow.read(Upload(content=SEED.read_bytes(), media_type="text/plain"))[0]
    return workflow.extract(document, workflow.describe(document))


def test_every_inline_citation_with_its_day(found):
    assert [(one.outlet, one.date.iso, one.kind, one.origin) for one in found.citations] == [
        ("MaliJet", "2017-03-10", "source", "Nouakchott News Agency"),
        ("RFI", "2017-03-10", "source", "Nouakchott News Agency"),
        ("AfricaNews", "2017-03-03", "source", None),
        ("Jeune Afrique", "2017-03-02", "source", None),
        ("Maliweb", "2017-01-05", "source", None),
        ("Terrorism Monitor", "2017-01-27", "self", None),
    ]


def test_every_date_of_the_body(found):
    cited = {one.date.span for one in found.citations}
    assert [(one.raw, one.iso) for one in found.dates if one.span not in cited] == [
        ("March 5", "2017-03-05"),
        ("March 2", "2017-03-02"),
        ("2012", "2012"),
        ("last year", "2016"),
        ("the 1980s", None),
    ]


def test_every_hedge(found):
    assert [one.span.exact for one in found.hedges] == [
        "initial reports", "appeared to", "reportedly", "may", "likely", "something of",
    ]  # fmt: skip


def test_the_attack_the_formation_and_the_video(found):
    events = {one.type: one for one in found.events}
    attack = events["attack"]
    assert (attack.when.iso, attack.where.exact) == ("2017-03-05", "Boulikessi")
    assert (attack.casualties.killed, attack.casualties.injured) == (11, None)
    assert len(attack.mentions) == 3
    assert len(attack.claims) >= 3
    assert "formation" in events
    assert events["video"].when.iso == "2017-03-02"


def test_the_summary_begins_with_the_claim_of_responsibility(found):
    first, second = found.summary[:2]
    assert "has been claimed by" in first.span.exact
    assert second.span.exact.startswith("Although initial reports")
    assert first.claims
    assert second.claims
