"""Clean pages of many layouts: no rule may call an error on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from citebound.model import Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow

PAGES = sorted((Path(__file__).parent / "clean").iterdir())


@pytest.fixture(scope="module")
def workflow() -> Workflow:
    return Workflow(Plugins())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_clean_page_has_no_error(path: Path, workflow: Workflow):
    for document in workflow.read(Upload(content=path.read_bytes(), filename=path.name)):
        checked = workflow.check(document, workflow.describe(document))
        assert not [each for each in checked.incomplete if each.hook == "citebound_rules"]
        assert [finding.message for finding in checked.findings if finding.severity == "error"] == []


def test_there_are_enough_of_them():
    assert len(PAGES) >= 70
