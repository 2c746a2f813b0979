"""Findings as JUnit XML: a test suite a file, a test case a finding; known and suppressed ones are skipped.

The form that Jenkins, GitLab and others read (the Ant JUnit schema as they use it). A file without findings is not in
it, since findings say nothing of it; a run without any has one passed case.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from citebound.formats import OutputContext
from citebound.model import Finding, Findings
from citebound_hooks.formats.xml_text import in_xml


def write(findings: Findings, context: OutputContext) -> str:
    """Returns the XML with its declaration."""
    root = etree.Element("testsuites", name="citebound")
    for path, group in groupby(findings.findings, key=lambda finding: finding.path):
        _suite(root, path, tuple(group))
    if findings.incomplete:
        _plugins(root, findings)
    if not len(root):
        suite = etree.SubElement(
            root, "testsuite", name="citebound", tests="1", failures="0", errors="0", skipped="0"
        )
        etree.SubElement(suite, "testcase", classname="citebound", name="nothing found")
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written.decode()


def _suite(root: etree._Element, path: str, findings: Sequence[Finding]) -> None:
    failed = sum(_fails(finding) for finding in findings)
    skipped = sum(finding.status != "new" for finding in findings)
    counts = {"tests": len(findings), "failures": failed, "errors": 0, "skipped": skipped}
    attributes = {name: str(count) for name, count in counts.items()}
    suite = etree.SubElement(root, "testsuite", {"name": in_xml(path)} | attributes)
    for finding in findings:
        _case(suite, finding)


def _fails(finding: Finding) -> bool:
    """Whether a build server should show it as a failure; an info is only told."""
    return finding.status == "new" and finding.severity != "info"


def _case(suite: etree._Element, finding: Finding) -> None:
    place = "".join(f":{number}" for number in (finding.line, finding.column) if number is not None)
    name = in_xml(f"{finding.code} {finding.name}{place}")
    case = etree.SubElement(suite, "testcase", classname=in_xml(finding.path), name=name)
    if finding.line is not None:
        case.set("line", str(finding.line))
    if finding.status != "new":
        etree.SubElement(case, "skipped", message=in_xml(finding.justification or finding.status))
        return
    fix = f"\nfix: {finding.fix.description}" if finding.fix else ""
    words = in_xml(f"{finding.path}{place}: {finding.severity} {finding.code} {finding.message}{fix}")
    if _fails(finding):
        told = etree.SubElement(case, "failure", message=in_xml(finding.message), type=finding.severity)
    else:
        told = etree.SubElement(case, "system-out")
    told.text = words


def _plugins(root: etree._Element, findings: Findings) -> None:
    number = str(len(findings.incomplete))
    suite = etree.SubElement(
        root, "testsuite", name="plugins", tests=number, failures="0", errors=number, skipped="0"
    )
    for each in findings.incomplete:
        case = etree.SubElement(
            suite, "testcase", classname="plugins", name=in_xml(f"{each.plugin} {each.hook}")
        )
        etree.SubElement(case, "error", message=in_xml(each.error), type="plugin")
