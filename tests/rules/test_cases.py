"""Every rule against its cases, and every rule complete: docstring sections, a passing case, a failing one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from citebound.model import Finding, Upload
from citebound.rules import Rule
from citebound.testing import Case, check_case, load_cases
from citebound.workflow import Workflow
from citebound_hooks.rules.catalogue import built_in_rules

FOLDER = Path(__file__).parent
CASES = [case for path in sorted(FOLDER.glob("*.yml")) for case in load_cases(path)]
RULES = built_in_rules()
For = Callable[[str], Workflow]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_rule_finds_what_its_case_says_and_no_other_rule_speaks(case: Case, workflow_for: For):
    workflow = workflow_for(case.profile)
    checked = check_case(case, workflow).findings
    others = (
        _counted(checked) if case.base else _counted(each for each in checked if each.severity == "error")
    )
    if case.base is not None:
        (document,) = workflow.read(
            Upload(content=case.base.encode(), filename="page", media_type=case.media_type)
        )
        others -= _counted(workflow.check(document, workflow.describe(document)).findings)
    spoke = {code for code in others if code != case.code and code not in case.also}
    assert not spoke, f"the one defect is reported by {spoke} too"


@pytest.mark.parametrize("case", [case for case in CASES if not case.finds and not case.also], ids=str)
def test_a_clean_page_has_no_error(case: Case, workflow_for: For):
    workflow = workflow_for(case.profile)
    errors = [finding for finding in check_case(case, workflow).findings if finding.severity == "error"]
    assert not errors


def _counted(findings: Iterable[Finding]) -> Counter[str]:
    return Counter(finding.code for finding in findings if finding.status == "new")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_passing_and_a_failing_case(rule: type[Rule]):
    own = [case for case in CASES if case.code == rule.code]
    assert any(not case.finds for case in own), "no passing case"
    assert any(case.finds for case in own), "no failing case"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_documented(rule: type[Rule]):
    explanation = rule.explanation()
    first, _, rest = explanation.partition("\n")
    assert first.endswith(".")
    for section in ("Why:", "Bad:", "Good:", "Source:"):
        assert re.search(rf"^{section}\n    \S", rest, re.MULTILINE), f"no section {section}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_named_for_what_it_forbids_in_a_file_of_its_own(rule: type[Rule]):
    assert re.fullmatch(r"(CIT|DIS|CPY|SRC|ATT|CFG)\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert rule.__module__.rpartition(".")[2].startswith(f"{rule.code.lower()}_")


def test_every_case_file_belongs_to_a_rule_and_no_code_or_name_is_used_twice():
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes)) == len({rule.name for rule in RULES})
    assert {path.stem for path in FOLDER.glob("*.yml")} == set(codes)
    assert all(case.code in codes for case in CASES)
