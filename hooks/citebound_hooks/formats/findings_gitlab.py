"""Findings as a GitLab Code Quality report, which shows them in a merge request."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from citebound.formats import OutputContext
from citebound.model import Finding, Findings

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def write(findings: Findings, context: OutputContext) -> str:
    """Returns a JSON array of the new findings; known and suppressed ones are left out."""
    issues = [_issue(finding) for finding in findings.findings if finding.status == "new"]
    return json.dumps(issues, indent=2, ensure_ascii=False) + "\n"


def _issue(finding: Finding) -> dict[str, Any]:
    return {
        "description": finding.message,
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": sha256(f"{finding.path}\x1f{finding.fingerprint}".encode()).hexdigest()[:32],
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.path.removeprefix("./"), "lines": {"begin": finding.line or 1}},
    }
