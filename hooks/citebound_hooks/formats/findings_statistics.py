"""How often each rule found something, the most frequent first."""

from __future__ import annotations

from collections import Counter

from citebound.formats import OutputContext
from citebound.model import Findings


def write(findings: Findings, context: OutputContext) -> str:
    """Returns one line a rule: how many new findings, code, severity and name; a total as the last line."""
    count = Counter(
        (each.code, each.severity, each.name) for each in findings.findings if each.status == "new"
    )
    ranked = sorted(count.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"{number:6}  {code}  {severity:7}  {name}" for (code, severity, name), number in ranked]
    summary = findings.summary
    return "\n".join(
        [*lines, f"{count.total():6}  in {summary.files} file{'' if summary.files == 1 else 's'}", ""]
    )
