"""A rule gets what it says it needs, and nothing more is computed."""

from __future__ import annotations

from pathlib import Path

import pytest

from citebound.model import Document, SourceRecord, Upload
from citebound.plugins import Plugins
from citebound.testing import load_cases
from citebound.workflow import Workflow

FAILING = [case for case in load_cases(Path(__file__).parent / "ATT004.yml") if case.finds]
CONTESTED = """Lorries at Sarn

Residents accused the board of keeping lorries. The board denied the accusation. Rain fell in Sarn for a week.
It is believed that the lorries were sold.
"""


@pytest.fixture
def workflow() -> Workflow:
    return Workflow(Plugins())


def _report(workflow: Workflow) -> tuple[Document, SourceRecord]:
    (document,) = workflow.read(Upload(content=CONTESTED.encode(), filename="report.txt"))
    return document, workflow.describe(document)


@pytest.mark.parametrize(
    ("codes", "layers"),
    [
        (("CIT", "DIS", "CPY"), []),
        (("SRC001",), ["citations"]),
        (("SRC001", "SRC005"), ["citations", "claims"]),
        (("ATT004",), []),
    ],
)
def test_only_the_layers_that_the_selected_rules_need_are_made(codes, layers, workflow, monkeypatch):
    document, record = _report(workflow)
    asked: list[str] = []
    made = workflow.extract
    monkeypatch.setattr(
        workflow,
        "extract",
        lambda document, record, layers: asked.extend(layers) or made(document, record, layers),
    )
    rules = tuple(rule for code in codes for rule in workflow.registry.rules_in(code))
    monkeypatch.setattr(workflow.registry, "selected_rules", rules)
    workflow.check(document, record)
    assert asked == layers


def test_a_claim_without_source_is_found_alike_with_and_without_the_other_layers(workflow):
    document, record = _report(workflow)
    alone = workflow.check(document, record).findings
    beside = workflow.check(document, record, workflow.extract(document, record)).findings
    assert [each.span for each in alone if each.code == "SRC005"]
    assert [each for each in alone if each.code == "SRC005"] == [
        each for each in beside if each.code == "SRC005"
    ]


@pytest.mark.parametrize("case", FAILING, ids=str)
def test_a_rule_on_the_summary_speaks_where_a_briefing_is_made_and_not_of_a_report_alone(case, workflow_for):
    workflow = workflow_for(case.profile)
    (document,) = workflow.read(Upload(content=case.text.encode(), filename="report.txt"))
    record = workflow.describe(document)
    extraction = workflow.extract(document, record)
    assert case.code in {finding.code for finding in workflow.check(document, record, extraction).findings}
    assert case.code not in {finding.code for finding in workflow.check(document, record).findings}
