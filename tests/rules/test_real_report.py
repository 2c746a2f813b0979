"""The real report, where it is at hand: what is wrong with it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from citebound.model import Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow

SEED = Path(__file__).parents[3] / "shared" / "seeds" / "000_88e1563c7d2dddbf.txt"


@pytest.mark.skipif(not SEED.exists(), reason="the real report is not part of the project")
def test_the_real_report():
    workflow = Workflow(Plugins())
    (document,) = workflow.read(Upload(content=SEED.read_bytes(), filename=SEED.name))
    findings = workflow.check(document, workflow.describe(document)).findings
    assert {(each.code, each.severity, each.line) for each in findings} == {
        ("CIT004", "warning", 9),  # the author is left out of the cite-as line
        ("CIT010", "warning", 12),  # a link to the original without its address
        ("CIT027", "info", 9),  # an address of a withdrawn collection
        ("CPY001", "warning", 30),  # the year of the notice
        ("DIS007", "info", 10),  # the glued label
        ("SRC003", "info", 26),  # a citation of the publisher's own series
        ("SRC006", "info", 14),  # two outlets with one origin
    }
