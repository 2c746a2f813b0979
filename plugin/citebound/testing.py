r"""Tests of rules as data: for the built-in rules and for those of third parties alike.

A case file is YAML, one file a rule:

    code: CIT008                    # the rule
    profile: refworld               # the source profile of its pages
    page: pages/report.txt          # the page that the cases change; beside this file
    cases:
      - name: no symbol in the header
        change: {"Citation / Document Symbol VAL104210.E\n": ""}
        finds:
          - message: The page has no document symbol.

A case without `finds` passes. `text` gives a whole page in place of `page` and `change`; `media_type` says what it is.
Each finding may state `message`, `at` (its exact words), `line`, `severity`, `field`. `fixed` is the page after the
fix: a mapping of words to change in the page, or the whole text. `supplied` are fields of the desk's own, `hides` are
names that it redacts; `also` names other rules that rightly speak of the changed page too.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from citebound.compliance.findings import HOOK, Checked
from citebound.compliance.fixing import apply_fixes
from citebound.configuration import Configuration
from citebound.model import (
    Decision,
    Decisions,
    Document,
    Finding,
    Redactions,
    Severity,
    SuppliedField,
    Upload,
)
from citebound.plugins import Plugins
from citebound.workflow import Workflow


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of the tables of a case file: unknown keys refused."""


class Expected(_Table, frozen=True, kw_only=True):
    """What a finding must say; what is left out may be anything."""

    message: str | None = None
    at: str | None = None
    line: int | None = None
    severity: Severity | None = None
    field: str | None = None

    def differences(self, finding: Finding) -> Iterator[str]:
        """Yields what the finding says otherwise."""
        for name in ("message", "line", "severity", "field"):
            wanted, found = getattr(self, name), getattr(finding, name)
            if wanted is not None and wanted != found:
                yield f"{name} is {found!r}, not {wanted!r}"
        exact = finding.span.exact if finding.span else None
        if self.at is not None and self.at != exact:
            yield f"it stands at {exact!r}, not {self.at!r}"


class _CaseTable(_Table, frozen=True, kw_only=True):
    name: str
    text: str | None = None
    change: dict[str, str] = {}
    media_type: Literal["text/plain", "text/html", "text/markdown"] = "text/plain"
    profile: str | None = None
    finds: tuple[Expected, ...] = ()
    fixed: str | dict[str, str] | None = None
    also: tuple[str, ...] = ()
    supplied: dict[str, str] = {}
    hides: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()


class _CaseFile(_Table, frozen=True, kw_only=True):
    code: str
    profile: str
    cases: tuple[_CaseTable, ...]
    page: str | None = None


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One page and what a rule must say of it.

    Attributes:
        code: The rule's code.
        name: What is special about the page.
        text: The page.
        media_type: What it is.
        profile: The source profile.
        finds: The findings of the rule, in their order.
        fixed: The page after the fixes of the rule; None if the case does not say.
        also: Codes of other rules that speak of the page, and not of the page that it was made from.
        supplied: Fields that the desk supplies.
        hides: Names that the desk redacts.
        decisions: What the desk decided on the extraction.
        base: The page that it was made from by changes; None if it stands by itself.
    """

    code: str
    name: str
    text: str
    media_type: str
    profile: str
    finds: tuple[Expected, ...]
    fixed: str | None
    also: tuple[str, ...]
    supplied: dict[str, str]
    hides: tuple[str, ...]
    decisions: tuple[Decision, ...]
    base: str | None

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


def load_cases(path: Path) -> tuple[Case, ...]:
    """Reads a case file (needs PyYAML).

    Raises:
        ValueError: If the file breaks the schema, or words to change do not stand exactly once in the page.
    """
    import yaml

    try:
        file = msgspec.convert(yaml.safe_load(path.read_text("utf-8")), _CaseFile)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise ValueError(f"{path}: not a case file: {error}") from error
    page = (path.parent / file.page).read_text("utf-8") if file.page else None
    return tuple(_case(file, table, page) for table in file.cases)


def check_case(case: Case, workflow: Workflow | None = None) -> Checked:
    """Runs all rules on a case's page and compares what the case's rule found.

    Returns:
        What all the rules found.

    Raises:
        AssertionError: Says what differs.
    """
    workflow = workflow or Workflow(Plugins(), Configuration(profile=case.profile))
    document, checked = _checked(case.text, case, workflow)
    found = [finding for finding in checked.findings if finding.code == case.code]
    failed = [each.error for each in checked.incomplete if each.hook == HOOK]
    _require(not failed, f"{case}: {failed}")
    messages = [finding.message for finding in found]
    _require(len(found) == len(case.finds), f"{case}: {len(case.finds)} findings expected, found {messages}")
    for expected, finding in zip(case.finds, found, strict=True):
        for difference in expected.differences(finding):
            raise AssertionError(f"{case}: {difference}")
    _check_fix(case, document, found, workflow)
    return checked


def _check_fix(case: Case, document: Document, found: list[Finding], workflow: Workflow) -> None:
    fixable = [finding for finding in found if finding.fix]
    _require(
        (case.fixed is not None) == bool(fixable), f"{case}: fixes {[finding.fix for finding in fixable]}"
    )
    if case.fixed is None:
        return
    fixed = apply_fixes(document.source if document.source is not None else document.text, fixable)
    _require(fixed.text == case.fixed, f"{case}: the fix gives\n{fixed.text}")
    _, again = _checked(fixed.text, case, workflow)
    left = [each.message for each in again.findings if each.code == case.code and each.fix]
    _require(not left, f"{case}: still fixable after the fix: {left}")


def _checked(text: str, case: Case, workflow: Workflow) -> tuple[Document, Checked]:
    upload = Upload(content=text.encode(), filename="page", media_type=case.media_type)
    (document,) = workflow.read(upload)
    supplied = tuple(
        SuppliedField(field=name, value=value, by="case") for name, value in case.supplied.items()
    )
    decisions = Decisions(
        supplied=supplied, decisions=case.decisions, redactions=Redactions(names=case.hides)
    )
    record = workflow.describe(document, decisions)
    of_summary = any(rule.needs == "summary" for rule in workflow.registry.rules if rule.code == case.code)
    extraction = workflow.extract(document, record) if of_summary else None
    return document, workflow.check(document, record, extraction, decisions=decisions)


def _case(file: _CaseFile, table: _CaseTable, page: str | None) -> Case:
    base = table.text if table.text is not None else page
    if base is None:
        raise ValueError(f"{file.code}: the case {table.name!r} has neither text nor page")
    text = _changed(base, table.change, table.name)
    return Case(
        code=file.code,
        name=table.name,
        text=text,
        media_type=table.media_type,
        profile=table.profile or file.profile,
        finds=table.finds,
        fixed=_changed(text, table.fixed, table.name) if isinstance(table.fixed, dict) else table.fixed,
        also=table.also,
        supplied=table.supplied,
        hides=table.hides,
        decisions=table.decisions,
        base=base if table.change or table.text is None else None,
    )


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise AssertionError(message)


def _changed(text: str, changes: dict[str, str], name: str) -> str:
    for old, new in changes.items():
        if text.count(old) != 1:
            raise ValueError(f"{name}: {old!r} stands {text.count(old)} times in the page, not once")
        text = text.replace(old, new)
    return text
