"""What SARIF 2.1.0 asks of a log beyond the shape of its parts: ids, states, regions and fixes that hold together."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from citebound.compliance.findings import gather
from citebound.compliance.fixing import apply_fixes
from citebound.formats import OutputContext
from citebound.model import Document, Finding, Findings, Upload
from citebound.workflow import Workflow
from citebound_hooks.formats.findings_sarif import write

DISCLAIMER = (
    "This is not a UNHCR publication. UNHCR is responsible for, nor does it necessarily endorse, its content."
)
PAGES = {
    "page.txt": "Vale:  Flüsse 🌊 &amp; Dykes\r\n\r\nPublisher Northgate Institute\r\nAuthor Inês MarlÃ³w\r\n"
    "Publication Date 3 May 2019\r\nCite as Northgate Institute , Northgate Institute, Vale: Flüsse 🌊 & Dykes, 3 May "
    "2019, available at: https://www.refworld.org/docid/ 5ccc3d9a4.html [accessed 7 June 2022]\r\n"
    f"Disclaimer{DISCLAIMER}\r\n\r\nThe 🌊 river rose.\r\n",
    "page.html": "<html lang=en><head><title>Vale</title></head><body><h1>Vale: Dykes</h1><table><tr><td>Publisher</td>"
    "<td>Northgate Institute</td></tr>\n<tr><td>Publication Date</td><td>3&nbsp;May 2019</td></tr>\n<tr><td>Cite as"
    "</td><td>Northgate Institute, <i>Vale: Dykes</i> , 3 May 2019, available at: https://www.refworld.org/docid/5ccc3d9a4.html"
    f" [accessed 7 June 2022]</td></tr><tr><td>Disclaimer</td><td>{DISCLAIMER}</td></tr></table></body></html>",
}


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, workflow: Workflow) -> tuple[Document, tuple[Finding, ...]]:
    upload = Upload(content=PAGES[request.param].encode(), filename=request.param)
    (document,) = workflow.read(upload)
    return document, workflow.check(document, workflow.describe(document), path=request.param).findings


def _run(workflow: Workflow, document: Document, findings: Findings) -> dict[str, Any]:
    path = findings.findings[0].path
    log = json.loads(
        write(findings, OutputContext(rules=workflow.registry.rules, documents={path: document}))
    )
    (run,) = log["runs"]
    return run


def test_results_hold_together(workflow: Workflow, page: tuple[Document, tuple[Finding, ...]]):
    document, findings = page
    run = _run(workflow, document, gather(findings, files=1))
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len({rule["name"] for rule in rules}) == len(rules)
    assert all("**Why.**" in rule["help"]["markdown"] and rule["help"]["text"] for rule in rules)
    assert len(run["results"]) == len(findings) > 3
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["locations"]
        assert result["suppressions"] == []
        assert "baselineState" not in result  # without a baseline nothing is compared (section 3.27.24)
    prints = Counter(result["partialFingerprints"]["citebound/v1"] for result in run["results"])
    assert set(prints.values()) == {1}


def test_regions_lie_in_the_file_and_around_the_words(
    workflow: Workflow, page: tuple[Document, tuple[Finding, ...]]
):
    document, findings = page
    source = document.text if document.source is None else document.source
    lines = source.split("\n")
    run = _run(workflow, document, gather(findings, files=1))
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"].get("region", {})
        if "endLine" in region:
            start, end = (
                (region["startLine"], region["startColumn"]),
                (region["endLine"], region["endColumn"]),
            )
            assert (1, 1) <= start < end
            assert end[1] <= len(lines[end[0] - 1]) + 1


def test_replacing_the_regions_of_a_fix_makes_the_fix(
    workflow: Workflow, page: tuple[Document, tuple[Finding, ...]]
):
    document, findings = page
    source = document.text if document.source is None else document.source
    fixable = [finding for finding in findings if finding.fix]
    assert fixable
    for finding in fixable:
        (result,) = _run(workflow, document, gather([finding], files=1))["results"]
        (change,) = result["fixes"][0]["artifactChanges"]
        assert change["artifactLocation"] == result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert _replaced(source, change["replacements"]) == apply_fixes(source, [finding]).text


def _replaced(source: str, replacements: list[dict[str, Any]]) -> str:
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + column - 1

    for each in sorted(replacements, key=lambda each: list(each["deletedRegion"].values()), reverse=True):
        region = each["deletedRegion"]
        start = offset(region["startLine"], region["startColumn"])
        end = offset(region["endLine"], region["endColumn"])
        source = source[:start] + each["insertedContent"]["text"] + source[end:]
    return source
