"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request."""

from __future__ import annotations

from citebound.formats import OutputContext
from citebound.model import Finding, Findings

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def write(findings: Findings, context: OutputContext) -> str:
    """Returns one command a line for each new finding; known and suppressed ones are left out."""
    lines = [_command(finding) for finding in findings.findings if finding.status == "new"]
    lines += [
        f"::error title=plugin failed::{_text(f'plugin {each.plugin} failed in {each.hook}: {each.error}')}"
        for each in findings.incomplete
    ]
    return "".join(f"{line}\n" for line in lines)


def _command(finding: Finding) -> str:
    properties = {"file": finding.path, "title": f"{finding.code} {finding.name}"}
    if finding.line is not None:
        properties["line"] = str(finding.line)
    if finding.column is not None:
        properties["col"] = str(finding.column)
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {told}::{_text(finding.message)}"


def _text(words: str) -> str:
    """Escapes a message: a new line would begin a new command."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _text(words).replace(":", "%3A").replace(",", "%2C")
