"""Findings of the compliance check (`citebound/findings/1`)."""

from __future__ import annotations

from typing import Literal

from citebound.model.incomplete import Incomplete
from citebound.model.span import Span
from citebound.model.value import Value

Severity = Literal["error", "warning", "info"]
Status = Literal["new", "known", "suppressed"]


class Edit(Value, frozen=True, kw_only=True):
    """Replace `[start:end]` of the decoded file."""

    start: int
    end: int
    replacement: str


class Fix(Value, frozen=True, kw_only=True):
    """A certain correction, as edits of the decoded file that do not overlap."""

    description: str
    edits: tuple[Edit, ...]


class Finding(Value, frozen=True, kw_only=True):
    """One breach of one rule at one place.

    Attributes:
        line: Line of the decoded file, from 1; None where there is none (PDF, markup only).
        column: Column in code points, from 1.
        field: The field of the record that it speaks of, if one.
        status: `known` from the baseline, `suppressed` by the desk; neither counts.
        justification: Why it is suppressed, if it is and a reason is given.
        fingerprint: Stays the same when lines move.
    """

    code: str
    name: str
    severity: Severity
    message: str
    path: str
    line: int | None = None
    column: int | None = None
    span: Span | None = None
    locator: str | None = None
    field: str | None = None
    status: Status = "new"
    justification: str | None = None
    fix: Fix | None = None
    fingerprint: str


class FindingsSummary(Value, frozen=True, kw_only=True):
    """How many of what: files that could be read; new findings, neither known nor suppressed."""

    files: int
    errors: int
    warnings: int
    infos: int


class Findings(Value, frozen=True, kw_only=True):
    """All findings of one run."""

    schema: Literal["citebound/findings/1"] = "citebound/findings/1"
    findings: tuple[Finding, ...]
    summary: FindingsSummary
    incomplete: tuple[Incomplete, ...] = ()
