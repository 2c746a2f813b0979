"""Findings for people: one line each, the line of the page with a caret under the place, and the fix.

`path:line:column severity CODE message [name]`, as compilers write it, so that editors can jump there. Colours only
on a terminal; the words are the same without them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from citebound.formats import OutputContext
from citebound.model import Finding, Findings, FindingsSummary
from citebound_hooks.formats.colours import Piece, coloured, plain
from citebound_hooks.formats.excerpt import Excerpt, Excerpts, printable

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
Line = list[Piece]


def write(findings: Findings, context: OutputContext) -> str:
    """Returns the findings as text, with a summary as the last line."""
    lines = _report(findings, Excerpts(context.documents, max(context.width - 8, 40)))
    return coloured(lines) if context.terminal else plain(lines)


def _report(findings: Findings, excerpts: Excerpts) -> Iterator[Line]:
    for finding in findings.findings:
        yield from _lines(finding, excerpts)
    for each in findings.incomplete:
        yield [(f"incomplete: plugin {each.plugin} failed in {each.hook}: {printable(each.error)}", "red")]
    old: Counter[str] = Counter(each.status for each in findings.findings if each.status != "new")
    fixable = sum(each.fix is not None and each.status == "new" for each in findings.findings)
    yield [
        (_summary(findings.summary, old), "bold"),
        (f"; --fix corrects {fixable}" if fixable else "", "green"),
    ]


def _lines(finding: Finding, excerpts: Excerpts) -> Iterator[Line]:
    yield [
        (_place(finding), "bold"),
        (" ", ""),
        (finding.severity, _STYLES[finding.severity]),
        (f" {finding.code} ", "bold"),
        (f"{printable(finding.message)} [{finding.name}]", ""),
        (_status(finding), "dim"),
    ]
    yield from _excerpt(finding, excerpts.of(finding))
    if finding.fix:
        yield [("      = fix: ", "dim"), (printable(finding.fix.description), "green")]


def _status(finding: Finding) -> str:
    reason = f": {printable(finding.justification)}" if finding.justification else ""
    return f" ({finding.status}{reason})" if finding.status != "new" else ""


def _place(finding: Finding) -> str:
    path = printable(finding.path)
    if finding.line is not None:
        return f"{path}:{finding.line}:{finding.column}:" if finding.column else f"{path}:{finding.line}:"
    page = finding.span.page if finding.span else None
    return f"{path}: page {page}:" if page else f"{path}:"


def _excerpt(finding: Finding, excerpt: Excerpt | None) -> Iterator[Line]:
    if excerpt is None:
        return
    number = str(finding.line or "")
    yield [(f"{number:>5} | ", "dim"), (excerpt.words, "")]
    yield [("      | ", "dim"), (" " * excerpt.indent + "^" * excerpt.length, _STYLES[finding.severity])]


def _summary(summary: FindingsSummary, old: Mapping[str, int]) -> str:
    counts = _counts((("error", summary.errors), ("warning", summary.warnings), ("info", summary.infos)))
    if not summary.files:
        return "no file was checked"
    files = f"{summary.files} file{'' if summary.files == 1 else 's'}"
    beside = ", ".join(f"{old[status]} {status}" for status in ("known", "suppressed") if status in old)
    nothing = "nothing new" if beside else "nothing found"
    return f"{counts or nothing} in {files}{f' ({beside})' if beside else ''}"


def _counts(numbers: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for name, number in numbers if number)
