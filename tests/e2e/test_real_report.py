"""The real report that the main job must get wholly right. It lies beside the project."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from citebound.spans import exact

REPORTS = [*(Path(__file__).parents[3] / "shared" / "seeds").glob("000_*.txt")]

pytestmark = pytest.mark.skipif(not REPORTS, reason="the real report is not here")


@pytest.fixture(scope="module")
def made(workflow):
    from citebound.uploads import upload_from

    (document,) = workflow.read(upload_from(REPORTS[0]))
    briefing = workflow.brief_document(document)
    return document, briefing


@pytest.fixture(scope="module")
def extraction(made):
    return made[1].extraction


@pytest.fixture(scope="module")
def actor(extraction):
    return {actor.name: actor for actor in extraction.actors}


def test_the_record(made):
    document, briefing = made
    fields = briefing.record.fields
    assert fields.publisher.value == "Jamestown Foundation"
    assert fields.republisher.value == "UNHCR Refworld"
    assert [author.value for author in fields.authors] == ["Alexander Sehmer"]
    assert fields.publication_date.value.iso == "2017-03-24"
    assert fields.symbol.value == "Terrorism Monitor Volume: 15 Issue: 6"
    assert fields.url.value == "https://www.refworld.org/docid/58d8f5484.html"
    assert fields.accessed.value.iso == "2023-05-21"
    assert fields.disclaimer.raw == document.text[slice(*_place(fields.disclaimer))]
    assert fields.disclaimer.raw.startswith("This is not a UNHCR")
    assert fields.disclaimer.raw.endswith("Member States.")
    assert fields.copyright_notice.raw == "© 2010 The Jamestown Foundation"


def _place(field):
    return field.span.start, field.span.end


def test_the_findings(made):
    found = {(each.code, each.severity) for each in made[1].findings}
    assert {("CIT004", "warning"), ("CPY001", "warning"), ("CIT010", "warning"), ("DIS007", "info")} <= found
    assert not [code for code, severity in found if severity == "error"]


def test_groups_and_persons_with_their_aliases(actor):
    names = {
        "Jamaat Nusrat al-Islam wal Muslimeen", "Ansar Dine", "Iyad Ag Ghali", "Ansarul Islam", "al-Qaeda",
        "Nouakchott News Agency", "Islamic State", "al-Mourabitoun", "Mokhtar Belmokhtar", "Amadou Koufa",
        "al-Qaeda in the Islamic Maghreb", "Macina Liberation Front", "Yahya Abu al-Hammam", "Ayman al-Zawahiri",
        "Popular Movement for the Liberation of Azawad",
    }  # fmt: skip
    assert names <= set(actor)
    aliases = {name: {alias.form for alias in each.aliases} for name, each in actor.items()}
    assert "Support for Islam and Muslims" in aliases["Jamaat Nusrat al-Islam wal Muslimeen"]
    assert "AQIM" in aliases["al-Qaeda in the Islamic Maghreb"]
    assert "IS" in aliases["Islamic State"]
    assert "Koufa" in aliases["Amadou Koufa"]
    assert "Ghali" in aliases["Iyad Ag Ghali"]
    assert "Ghali's group" not in {mention.exact for each in actor.values() for mention in each.mentions}


def test_no_pronoun_month_or_furniture_is_an_actor(actor):
    forms = {mention.exact.lower() for each in actor.values() for mention in each.mentions}
    unwanted = {
        "he",
        "will",
        "march",
        "january",
        "search refworld",
        "countries",
        "topics",
        "copyright notice",
        "disclaimer",
    }
    assert not forms & unwanted
    assert "Alexander Sehmer" not in actor


def test_the_claim_of_responsibility(extraction, actor):
    claim = next(each for each in extraction.claims if each.kind == "claim-responsibility")
    assert claim.source.actor == actor["Jamaat Nusrat al-Islam wal Muslimeen"].id
    assert claim.cue.exact == "claimed"
    assert [(link.name, link.step) for link in claim.chain] == [
        ("Jamaat Nusrat al-Islam wal Muslimeen", 0),
        ("Nouakchott News Agency", 1),
        ("MaliJet", 2),
        ("RFI", 2),
    ]
    (event,) = [each for each in extraction.events if each.id in claim.events]
    assert (event.type, event.when.iso, event.where.exact) == ("attack", "2017-03-05", "Boulikessi")
    assert event.casualties.killed == 11
    assert actor["Ansarul Islam"].id not in event.actors


def test_the_first_attribution_is_contested(extraction, actor):
    (claim,) = [each for each in extraction.claims if each.cue.exact == "attributed"]
    assert claim.source.span.exact == "initial reports"
    assert actor["Ansarul Islam"].id in (*claim.subjects, *claim.targets)
    assert claim.contested_by


def test_every_inline_citation(extraction):
    found = [(each.outlet, each.date.iso, each.kind, each.origin) for each in extraction.citations]
    agency = "Nouakchott News Agency"
    assert found == [
        ("MaliJet", "2017-03-10", "source", agency),
        ("RFI", "2017-03-10", "source", agency),
        ("AfricaNews", "2017-03-03", "source", None),
        ("Jeune Afrique", "2017-03-02", "source", None),
        ("Maliweb", "2017-01-05", "source", None),
        ("Terrorism Monitor", "2017-01-27", "self", None),
    ]


def test_dates_and_hedges(extraction):
    assert {(each.raw, each.iso) for each in extraction.dates} >= {
        ("last year", "2016"),
        ("March 5", "2017-03-05"),
    }
    hedges = {each.span.exact for each in extraction.hedges}
    assert {"appeared to", "reportedly", "may", "likely"} <= hedges


def test_every_span_is_exact(made):
    document, briefing = made
    exact((briefing.record, briefing.extraction), document.text)


def test_the_briefing_quotes_the_disclaimer_on_its_first_page(workflow, made):
    from io import BytesIO

    import pypdf

    _, briefing = made
    content = workflow.render(briefing)
    assert workflow.render(briefing) == content
    first = re.sub(r"\s+", "", pypdf.PdfReader(BytesIO(content)).pages[0].extract_text())
    assert re.sub(r"\s+", "", briefing.record.fields.disclaimer.value) in first


def test_the_command_line_gives_the_same(process, extraction):
    assert json.loads(process("extract", REPORTS[0]).stdout)["claims"] == extraction.to_dict()["claims"]
