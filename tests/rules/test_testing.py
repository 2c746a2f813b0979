"""The runner of rule cases: it finds what a case says wrongly, and says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from citebound.testing import Expected, check_case, load_cases
from citebound.workflow import Workflow

FOLDER = Path(__file__).parent
For = Callable[[str], Workflow]


def _case(name: str):
    return next(case for case in load_cases(FOLDER / "DIS007.yml") if case.name == name)


@pytest.mark.parametrize(
    ("expected", "complaint"),
    [
        (Expected(message="Something else."), "message is"),
        (Expected(line=3), "line is 11, not 3"),
        (Expected(severity="error"), "severity is 'info', not 'error'"),
        (Expected(field="title"), "field is"),
        (Expected(at="This"), "it stands at 'DisclaimerThis', not 'This'"),
    ],
)
def test_a_wrong_expectation_is_told(expected: Expected, complaint: str, workflow_for: For):
    case = replace(_case("label and first word are one"), finds=(expected,))
    with pytest.raises(AssertionError, match=complaint):
        check_case(case, workflow_for(case.profile))


def test_a_missing_and_an_unexpected_finding_are_told(workflow_for: For):
    failing, passing = _case("label and first word are one"), _case("a space stands between")
    with pytest.raises(AssertionError, match="found \\['The label"):
        check_case(replace(failing, finds=()), workflow_for("refworld"))
    with pytest.raises(AssertionError, match="found \\[\\]"):
        check_case(replace(passing, finds=failing.finds), workflow_for("refworld"))


def test_a_wrong_or_missing_fix_is_told(workflow_for: For):
    case = _case("label and first word are one")
    with pytest.raises(AssertionError, match="the fix gives"):
        check_case(replace(case, fixed="nothing"), workflow_for("refworld"))
    with pytest.raises(AssertionError, match="fixes"):
        check_case(replace(case, fixed=None), workflow_for("refworld"))


def test_without_a_workflow_the_installed_plugins_are_used():
    checked = check_case(_case("a space stands between"))
    assert "DIS007" not in {finding.code for finding in checked.findings}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("code: X\nprofile: generic\ncases: [{name: a}]", "neither text nor page"),
        ("code: X\nprofile: generic\ncases: [{name: a, text: ab, change: {c: d}}]", "'c' stands 0 times"),
        ("code: X\nprofile: generic\ncases: [{name: a, text: aa, change: {a: d}}]", "'a' stands 2 times"),
        ("code: X\nprofile: generic\ncases: [{name: a, txt: aa}]", "not a case file: .*txt"),
        ("code: [", "not a case file"),
    ],
)
def test_a_malformed_case_file_is_told(content: str, complaint: str, tmp_path: Path):
    path = tmp_path / "X.yml"
    path.write_text(content, "utf-8")
    with pytest.raises(ValueError, match=complaint):
        load_cases(path)
