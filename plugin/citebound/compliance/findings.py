"""From what a rule says to what a report shows: findings with their lines, fixes and fingerprints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from citebound.compliance.positions import Positions
from citebound.failures import FAILURES, failure_of
from citebound.model import Finding, Findings, FindingsSummary, Fix, Incomplete, Severity
from citebound.rules import Problem, Rule, Subject

HOOK = "citebound_rules"


class Checked(NamedTuple):
    """What the rules found in one document, and which of them failed."""

    findings: tuple[Finding, ...]
    incomplete: tuple[Incomplete, ...]


def run_rules(
    rules: Iterable[type[Rule]],
    subject: Subject,
    path: str,
    *,
    severities: Mapping[str, Severity] | None = None,
    owners: Mapping[str, str] | None = None,
) -> Checked:
    """Runs rules on one document, each on its own: one that raises loses nothing but its own findings.

    Args:
        rules: What to run. What each needs must be in `subject` already.
        subject: The document, its record and its profile.
        path: What findings name as their file.
        severities: Severities by code that the configuration sets; they win over the rule's own.
        owners: The plugin of each rule by code, for the trace of one that fails.

    Returns:
        The findings in the order of place and code.
    """
    findings = _Maker(subject, path, severities or {})
    incomplete: list[Incomplete] = []
    found: list[tuple[type[Rule], Problem]] = []
    for rule in rules:
        try:
            found += [(rule, findings.verified(problem)) for problem in rule().check(subject)]
        except FAILURES as error:
            owner = (owners or {}).get(rule.code) or rule.__module__.partition(".")[0]
            incomplete.append(failure_of(owner, HOOK, error, rule.code))
    found.sort(key=_order)
    return Checked(tuple(findings.made(found)), tuple(incomplete))


def gather(findings: Iterable[Finding], *, files: int, incomplete: Iterable[Incomplete] = ()) -> Findings:
    """Returns the findings of a whole run, ordered by path, place and code, with their summary."""
    ordered = tuple(sorted(findings, key=_rank))
    return Findings(findings=ordered, summary=summary_of(ordered, files), incomplete=tuple(incomplete))


def summary_of(findings: Iterable[Finding], files: int) -> FindingsSummary:
    """Counts the new findings; known and suppressed ones are left out."""
    count = Counter(finding.severity for finding in findings if finding.status == "new")
    return FindingsSummary(files=files, errors=count["error"], warnings=count["warning"], infos=count["info"])


class _Maker:
    """Makes the findings of one document."""

    def __init__(self, subject: Subject, path: str, severities: Mapping[str, Severity]) -> None:
        self._document = subject.document
        self._path = path
        self._severities = severities
        self._positions = Positions(subject.document)
        self._markup_lines: dict[str | None, int | None] = {
            each.locator: each.line for each in subject.document.metadata
        }
        self._seen: Counter[str] = Counter()

    def verified(self, problem: Problem) -> Problem:
        """Returns the problem if its span says what stands there.

        Raises:
            ValueError: If it does not: the rule that made it is wrong.
        """
        span = problem.span
        if span and self._document.text[span.start : span.end] != span.exact:
            raise ValueError(f"the span {span.start}-{span.end} does not say {span.exact!r}")
        return problem

    def made(self, found: Iterable[tuple[type[Rule], Problem]]) -> Iterator[Finding]:
        for rule, problem in found:
            line, column = self._place(problem)
            yield Finding(
                code=rule.code,
                name=rule.name,
                severity=self._severities.get(rule.code) or problem.severity or rule.severity,
                message=problem.message,
                path=self._path,
                line=line,
                column=column,
                span=problem.span,
                locator=problem.locator,
                field=problem.field,
                fix=self._fix(problem),
                fingerprint=self._fingerprint(rule, problem),
            )

    def _place(self, problem: Problem) -> tuple[int | None, int | None]:
        """Line and column; of a problem in the markup its line, of one in a reference list at least its entry's."""
        if problem.span:
            return self._positions.line_and_column(problem.span.start)
        line = problem.line or self._markup_lines.get(problem.locator)
        if line is None and self._document.entry is not None:
            line, _ = self._positions.line_and_column(0)
        return line, None

    def _fix(self, problem: Problem) -> Fix | None:
        if not problem.fix or not problem.replacements:
            return None
        edits = [self._positions.edit(replacement) for replacement in problem.replacements]
        known = tuple(edit for edit in edits if edit is not None)
        return Fix(description=problem.fix, edits=known) if len(known) == len(edits) else None

    def _fingerprint(self, rule: type[Rule], problem: Problem) -> str:
        """The same words with the same defect have the same fingerprint, wherever they move to."""
        words = " ".join((problem.span.exact if problem.span else problem.message).split()).casefold()
        what = "\x1f".join((rule.code, problem.field or "", self._document.entry or "", words))
        self._seen[what] += 1
        return sha256(f"{what}\x1f{self._seen[what]}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _order(item: tuple[type[Rule], Problem]) -> tuple[int, str]:
    rule, problem = item
    return (problem.span.start if problem.span else -1, rule.code)


def _rank(finding: Finding) -> tuple[str, int, int, str]:
    return (finding.path, finding.line or 0, finding.column or 0, finding.code)
