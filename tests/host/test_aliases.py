"""Curated names: one file for a folder of reports, or for all that a configuration governs."""

import pytest

from citebound.configuration import Configuration
from citebound.desk.aliases import load_aliases
from citebound.errors import ConfigurationError
from citebound.model import Anchor, Decision, Upload
from citebound.plugins import Plugins
from citebound.uploads import decisions_beside
from citebound.workflow import Workflow

CURATED = """
apart = ["Tarif"]

[aliases]
"Army of the Marsh" = ["Marsh Army", "Harrow Boys"]
"""
REPORT = "The Marsh Army left Oss on Monday. The Harrow Boys said they would stay. Omar Tarif fled. Tarif was found."
MERGE = Decision(
    action="merge", anchor=Anchor(quote="Army of the Marsh"), others=("Marsh Army", "Harrow Boys")
)
SPLIT = Decision(action="split", anchor=Anchor(quote="Tarif"))
WRONG = {
    "[alias]\n": ":1: unknown key 'alias'; did you mean 'aliases'?",
    "apart = ['x', ' ']\n": ": an empty name",
    "[aliases]\nX = [1]\n": "'aliases' must be text",
    "apart = \n": "not TOML",
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "aliases.toml").write_text(CURATED, "utf-8")
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    return tmp_path


def names_of(extraction):
    return {actor.name: [span.exact for span in actor.mentions] for actor in extraction.actors}


def test_the_file_joins_and_parts(folder):
    assert load_aliases(folder / "aliases.toml") == (MERGE, SPLIT)


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_file_is_named_with_its_fault(tmp_path, text):
    path = tmp_path / "aliases.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigurationError) as told:
        load_aliases(path)
    assert str(path) in str(told.value)
    assert WRONG[text] in str(told.value)


def test_a_file_beside_the_reports_comes_before_a_report_s_own_decisions(folder):
    (folder / "report.txt.citebound.toml").write_text("[[decisions.reject]]\nquote = 'Oss'\n", "utf-8")
    decisions = decisions_beside(folder / "report.txt").decisions
    assert [decision.action for decision in decisions] == ["merge", "split", "reject"]
    assert decisions_beside(folder / "sub" / "report.txt").decisions == ()


def test_a_configured_file_holds_for_every_extraction_and_every_run(folder):
    configured = Workflow(Plugins(), Configuration(aliases=("aliases.toml",), folder=str(folder)))
    (document,) = configured.read(Upload(content=REPORT.encode(), filename="report.txt"))
    record = configured.describe(document)
    found = configured.extract(document, record)
    assert names_of(found)["Marsh Army"] == ["Marsh Army", "Harrow Boys"]  # no form that the report lacks
    assert names_of(found)["Tarif"] == ["Tarif"]
    (claim,) = found.claims
    assert next(actor.name for actor in found.actors if actor.id == claim.source.actor) == "Marsh Army"
    assert configured.extract(document, record) == found
    plain = Workflow(Plugins()).extract(document, record)
    assert names_of(plain)["Marsh Army"] == ["Marsh Army"]


def test_a_configured_file_that_is_missing_is_named(folder):
    with pytest.raises(ConfigurationError, match=r"there is no file .*names\.toml"):
        _ = Workflow(Plugins(), Configuration(aliases=("names.toml",), folder=str(folder))).registry.curated
