"""The actors of the real report, where it is at hand: names, types, aliases, relations."""

from __future__ import annotations

from pathlib import Path

import pytest

import citebound

REPORT = Path(__file__).parents[3] / "shared" / "seeds" / "000_88e1563c7d2dddbf.txt"
pytestmark = pytest.mark.skipif(not REPORT.exists(), reason="the real report is not beside the checkout")

TYPES = {
    "Jamaat Nusrat al-Islam wal Muslimeen": "armed-group",
    "al-Qaeda": "armed-group",
    "al-Qaeda in the Islamic Maghreb": "armed-group",
    "Islamic State": "armed-group",
    "Ansar Dine": "armed-group",
    "al-Mourabitoun": "armed-group",
    "Macina Liberation Front": "armed-group",
    "Ansarul Islam": "armed-group",
    "Popular Movement for the Liberation of Azawad": "armed-group",
    "Iyad Ag Ghali": "person",
    "Mokhtar Belmokhtar": "person",
    "Amadou Koufa": "person",
    "Yahya Abu al-Hammam": "person",
    "Ayman al-Zawahiri": "person",
    "Nouakchott News Agency": "media",
}
ALIASES = {
    ("Jamaat Nusrat al-Islam wal Muslimeen", "Support for Islam and Muslims", "translation"),
    ("al-Qaeda in the Islamic Maghreb", "AQIM", "acronym"),
    ("Islamic State", "IS", "acronym"),
    ("Iyad Ag Ghali", "Ghali", "short-name"),
    ("Amadou Koufa", "Koufa", "short-name"),
}
RELATIONS = {
    ("Iyad Ag Ghali", "leads", "Jamaat Nusrat al-Islam wal Muslimeen"),
    ("Iyad Ag Ghali", "leads", "Ansar Dine"),
    ("Mokhtar Belmokhtar", "leads", "al-Mourabitoun"),
    ("Amadou Koufa", "member-of", "Macina Liberation Front"),
    ("Amadou Koufa", "pledged-to", "Ayman al-Zawahiri"),
    ("Ansar Dine", "part-of", "Jamaat Nusrat al-Islam wal Muslimeen"),
    ("al-Mourabitoun", "part-of", "Jamaat Nusrat al-Islam wal Muslimeen"),
}
NEVER = {
    "he",
    "will",
    "March",
    "Search Refworld",
    "Countries",
    "Topics",
    "MaliJet",
    "RFI",
    "Alexander Sehmer",
    "Ghali's group",
}


@pytest.fixture(scope="module")
def actors():
    document = citebound.read(REPORT.read_bytes(), media_type="text/plain")
    return {actor.name: actor for actor in citebound.extract(document).actors}


def test_names_and_types(actors):
    assert TYPES.items() <= {name: actor.type for name, actor in actors.items()}.items()


def test_aliases(actors):
    found = {(name, alias.form, alias.kind) for name, actor in actors.items() for alias in actor.aliases}
    assert found >= ALIASES


def test_relations(actors):
    names = {actor.id: name for name, actor in actors.items()}
    found = {(name, tie.type, names[tie.target]) for name, actor in actors.items() for tie in actor.relations}
    assert found >= RELATIONS


def test_no_pronoun_month_boilerplate_or_outlet_of_a_citation(actors):
    mentions = {mention.exact for actor in actors.values() for mention in actor.mentions}
    assert not NEVER & (mentions | set(actors))


def test_the_groups_and_persons_of_the_report_come_first(actors):
    foremost = sorted(actors.values(), key=lambda actor: -actor.salience)[:10]
    assert {actor.name for actor in foremost} <= set(TYPES)
