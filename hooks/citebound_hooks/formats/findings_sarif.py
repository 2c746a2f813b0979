"""Findings as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), for code scanning and editors."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from citebound.formats import OutputContext
from citebound.model import Finding, Findings, Fix, Incomplete
from citebound.reference import explained
from citebound.rules import Rule
from citebound.version import VERSION
from citebound_hooks.formats.regions import Regions

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_FINGERPRINT = "citebound/v1"


def write(findings: Findings, context: OutputContext) -> str:
    """Returns one SARIF log with one run."""
    run = {
        "tool": {"driver": _driver(context.rules)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(findings.incomplete)],
        "results": _results(findings.findings, context),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _driver(rules: Sequence[type[Rule]]) -> dict[str, Any]:
    return {
        "name": "citebound",
        "version": VERSION,
        "semanticVersion": VERSION,
        "rules": [_rule(rule) for rule in rules],
    }


def _rule(rule: type[Rule]) -> dict[str, Any]:
    explanation = rule.explanation()
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": explanation.partition("\n")[0]},
        "fullDescription": {"text": explanation},
        "help": {"text": explanation, "markdown": explained(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.code[:3], rule.name]},
    }


def _invocation(incomplete: Sequence[Incomplete]) -> dict[str, Any]:
    notices = [
        {"level": "error", "message": {"text": f"plugin {each.plugin} failed in {each.hook}: {each.error}"}}
        for each in incomplete
    ]
    return {"executionSuccessful": not incomplete, "toolExecutionNotifications": notices}


def _results(findings: Sequence[Finding], context: OutputContext) -> list[dict[str, Any]]:
    index = {rule.code: at for at, rule in enumerate(context.rules)}
    with_baseline = any(finding.status == "known" for finding in findings)
    regions = Regions(context.documents)
    return [_result(finding, index.get(finding.code), with_baseline, regions) for finding in findings]


def _result(finding: Finding, index: int | None, with_baseline: bool, regions: Regions) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding, regions)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
    }
    if index is not None:
        result["ruleIndex"] = index
    if with_baseline:
        result["baselineState"] = "unchanged" if finding.status == "known" else "new"
    result["suppressions"] = [_suppression(finding)] if finding.status == "suppressed" else []
    if finding.fix:
        result["fixes"] = [_fix(finding, finding.fix, regions)]
    return result


def _location(finding: Finding, regions: Regions) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(finding.path)}
    region = regions.of_finding(finding)
    if region:
        place["region"] = region
    named = [finding.locator, f"page {finding.span.page}" if finding.span and finding.span.page else None]
    logical = [{"fullyQualifiedName": name} for name in named if name]
    return {"physicalLocation": place} | ({"logicalLocations": logical} if logical else {})


def _artifact(path: str) -> dict[str, str]:
    # A colon in the first part of a relative reference would end a scheme (RFC 3986, section 4.2).
    address = quote(path.replace(os.sep, "/"), safe="/~")
    return {"uri": f"file://{address}"} if address.startswith("/") else {"uri": address or "standard%20input"}


def _suppression(finding: Finding) -> dict[str, str]:
    return {"kind": "inSource", "status": "accepted"} | (
        {"justification": finding.justification} if finding.justification else {}
    )


def _fix(finding: Finding, fix: Fix, regions: Regions) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": regions.of_edit(finding, edit), "insertedContent": {"text": edit.replacement}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": fix.description},
        "artifactChanges": [{"artifactLocation": _artifact(finding.path), "replacements": replacements}],
    }
