"""Pages with several fixable defects at once: after the fixes nothing fixable is left, and nothing else changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citebound.compliance.fixing import apply_fixes
from citebound.configuration import Configuration
from citebound.model import Document, Finding, Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow

WORKFLOW = Workflow(Plugins(), Configuration(profile="refworld", ignore=("SRC005",)))
PAGE = (Path(__file__).parent / "pages" / "refworld.txt").read_text("utf-8")
DEFECTS = {
    "Cite as Northgate Institute, Ines Marlow": "Cite as Northgate Institute, Northgate Institute",
    "Short, 3 May 2019, ": "Short , 3 May 2019, ",
    "2019, Northgate Brief Volume: 4 Issue: 12, avail": "2019, avail",
    "Disclaimer This": "DisclaimerThis",
    "UNHCR is not responsible": "UNHCR is responsible",
    "solely those": "mainly those",
    " or its Member States.": "",
    "\nVale: Flood Aid Falls Short\n": "\nVale:  Flood&nbsp;Aid Falls Short\n",
    "Author Ines Marlow": "Author Inês MarlÃ³w",
    "5ccc3d9a4.html [": "5ccc3d9a4.html?utm_source=letter [",
    "Publisher Northgate": "PublisherNorthgate",
}


def _checked(text: str) -> tuple[Document, tuple[Finding, ...]]:
    (document,) = WORKFLOW.read(Upload(content=text.encode(), filename="p.txt", media_type="text/plain"))
    return document, WORKFLOW.check(document, WORKFLOW.describe(document)).findings


def _fixed(text: str, rounds: int = 4) -> str:
    """The text after as many rounds of fixes as are needed: of two fixes at one place a round applies one."""
    for _ in range(rounds):
        _, findings = _checked(text)
        fixed = apply_fixes(text, findings)
        if not fixed.applied:
            return text
        text = fixed.text
    raise AssertionError(f"still fixable: {[each.message for each in _checked(text)[1] if each.fix]}")


@settings(
    max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
@given(st.sets(st.sampled_from(sorted(DEFECTS)), min_size=1))
def test_fixes_of_several_defects_come_to_an_end(chosen: set[str]):
    text = PAGE
    for words in sorted(chosen):
        text = text.replace(words, DEFECTS[words])
    fixed = _fixed(text)
    assert _fixed(fixed, rounds=1) == fixed
    assert fixed.count("\n") == text.count("\n")
    body = PAGE.index("The Lower Vale Council")
    assert fixed.endswith(PAGE[body:])


def test_the_disclaimer_is_word_for_word_again():
    broken = (
        PAGE.replace("UNHCR is not responsible", "UNHCR is")
        .replace("solely", "mainly")
        .replace(" or its Member States.", "")
    )
    assert _fixed(broken) == PAGE


@pytest.mark.parametrize("words", sorted(DEFECTS))
def test_an_edit_stays_on_the_line_of_its_finding(words: str):
    text = PAGE.replace(words, DEFECTS[words])
    _, findings = _checked(text)
    for finding in findings:
        for edit in finding.fix.edits if finding.fix else ():
            line = text.count("\n", 0, edit.start)
            assert text[edit.start : edit.end].count("\n") == 0
            assert line == finding.line - 1
