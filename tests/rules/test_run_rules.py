"""From a rule's problem to a finding: order, lines, fixes, fingerprints, severities, and rules that fail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citebound.compliance.findings import gather, run_rules
from citebound.compliance.fixing import apply_fixes
from citebound.compliance.positions import Positions
from citebound.model import (
    Document,
    DocumentIdentity,
    Edit,
    Fields,
    Finding,
    Fix,
    Profile,
    SourceRecord,
    SourceSegment,
    Span,
)
from citebound.rules import Problem, Replacement, Rule, Subject

TEXT = "The tide rose.\nThe tide fell.\nThe dykes held.\n"


def subject(text: str = TEXT, **changes: object) -> Subject:
    values = {"text": text, "sha256": "0" * 64, "media_type": "text/plain", "bytes": len(text)} | changes
    document = Document(**values)  # type: ignore[arg-type]
    identity = DocumentIdentity(
        sha256="0" * 64, media_type="text/plain", bytes=1, filename=None, language=None
    )
    record = SourceRecord(document=identity, profile="generic", fields=Fields())
    return Subject(document=document, record=record, profile=Profile(name="generic", title="Any"))


class Tide(Rule):
    """Speaks of each tide, the last one first."""

    code, name, severity = "TST002", "no-tides", "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        at = subject.document.text.rfind("tide")
        while at >= 0:
            span = subject.document.span(at, at + 4)
            replacement = Replacement(start=at, end=at + 4, replacement="sea & sky")
            yield Problem(message="A tide.", span=span, fix="Replace it", replacements=(replacement,))
            at = subject.document.text.rfind("tide", 0, at)


class Whole(Rule):
    """Speaks of the page as a whole."""

    code, name = "TST001", "no-pages"

    def check(self, subject: Subject) -> Iterator[Problem]:
        yield Problem(message="A page.", field="title", severity="info")


class Crash(Rule):
    """Finds one thing and fails."""

    code, name = "TST003", "no-crash"

    def check(self, subject: Subject) -> Iterator[Problem]:
        yield Problem(message="Before the crash.")
        raise KeyError("the\nharbour")


class Liar(Rule):
    """Says that other words stand there."""

    code, name = "TST004", "no-lies"

    def check(self, subject: Subject) -> Iterator[Problem]:
        yield Problem(message="A lie.", span=Span(0, 3, "Der"))


def test_findings_stand_in_the_order_of_the_text_with_lines_and_columns():
    found = run_rules([Tide, Whole], subject(), "a.txt").findings
    assert [(each.code, each.line, each.column, each.severity) for each in found] == [
        ("TST001", None, None, "info"), ("TST002", 1, 5, "warning"), ("TST002", 2, 5, "warning"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "error"), [(Crash, "TST003: KeyError: 'the\\nharbour'"), (Liar, "TST004: ValueError: ")]
)
def test_a_rule_that_fails_loses_nothing_but_its_own_findings(rule: type[Rule], error: str):
    checked = run_rules([rule, Whole], subject(), "a.txt", owners={rule.code: "estuary"})
    assert [each.code for each in checked.findings] == ["TST001"]
    (incomplete,) = checked.incomplete
    assert (incomplete.plugin, incomplete.hook) == ("estuary", "citebound_rules")
    assert incomplete.error.startswith(error)
    assert "\n" not in incomplete.error


def test_the_configuration_sets_the_severity():
    found = run_rules([Whole], subject(), "a.txt", severities={"TST001": "error"}).findings
    assert found[0].severity == "error"


def test_a_fingerprint_stays_when_lines_move_and_differs_for_the_second_one():
    before = run_rules([Tide], subject(), "a.txt").findings
    after = run_rules([Tide], subject("A new line.\n\n" + TEXT), "b.txt").findings
    assert [each.fingerprint for each in before] == [each.fingerprint for each in after]
    assert before[0].fingerprint != before[1].fingerprint


def test_entries_of_one_list_have_fingerprints_of_their_own():
    prints = {run_rules([Whole], subject(entry=key), "a.bib").findings[0].fingerprint for key in ("x", "y")}
    assert len(prints) == 2


def test_a_run_is_ordered_by_path_and_counts_what_is_new():
    found = [
        *run_rules([Tide], subject(), "b.txt").findings,
        *run_rules([Whole], subject(), "a.txt").findings,
    ]
    run = gather(found, files=2)
    assert [each.path for each in run.findings] == ["a.txt", "b.txt", "b.txt"]
    assert (run.summary.files, run.summary.errors, run.summary.warnings, run.summary.infos) == (2, 0, 2, 1)


def test_a_fix_of_html_is_written_in_html():
    source = "<p>The tide &amp; the dykes</p>"
    text = "The tide & the dykes"
    segments = (SourceSegment(0, 9, 3), SourceSegment(10, 10, 17))
    (finding,) = run_rules(
        [Tide], subject(text, media_type="text/html", source=source, source_map=segments), "a"
    ).findings
    assert (finding.line, finding.column) == (1, 8)
    assert apply_fixes(source, [finding]).text == "<p>The sea &amp; sky &amp; the dykes</p>"


def test_a_fix_whose_place_in_the_file_is_not_known_is_dropped():
    segments = (SourceSegment(0, 6, 0),)
    (finding,) = run_rules([Tide], subject("The tide", source="The tid-e", source_map=segments), "a").findings
    assert finding.fix is None
    assert finding.line == 1


def test_a_page_of_a_pdf_has_no_lines():
    found = run_rules([Tide], subject(media_type="application/pdf"), "a.pdf").findings
    assert [(each.line, each.column, each.fix) for each in found] == [(None, None, None)] * 2


def _finding(*edits: tuple[int, int, str], status: str = "new") -> Finding:
    fix = Fix(description="Do it", edits=tuple(Edit(start=a, end=b, replacement=c) for a, b, c in edits))
    values = {"code": "X", "name": "x", "severity": "info", "message": "m", "path": "p", "fingerprint": "f"}
    return Finding(**values, fix=fix, status=status)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("findings", "text"),
    [
        ([_finding((0, 1, "X")), _finding((2, 3, "Z"))], "XbZd"),
        ([_finding((0, 2, "X")), _finding((1, 3, "Z"))], "Xcd"),
        ([_finding((1, 1, "X")), _finding((1, 1, "Z"))], "aXbcd"),
        ([_finding((1, 1, "X")), _finding((1, 1, "X"))], "aXbcd"),
        ([_finding((0, 1, "X"), (3, 4, "Y")), _finding((3, 4, "Z"), (1, 2, "-"))], "XbcY"),
        ([_finding((0, 1, "X"), status="suppressed")], "abcd"),
        ([_finding((4, 4, "!"))], "abcd!"),
    ],
    ids=[
        "two places",
        "overlap",
        "two insertions",
        "one insertion twice",
        "all or nothing",
        "suppressed",
        "at the end",
    ],
)
def test_fixes_are_applied_wholly_or_not_at_all(findings: list[Finding], text: str):
    assert apply_fixes("abcd", findings).text == text


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text(max_size=3)), max_size=12))
def test_nothing_outside_the_edits_changes(places: list[tuple[int, int, str]]):
    text = "0123456789abcdefghijklmnopqrstuvwxyz"
    fixed = apply_fixes(text, [_finding((start, start + length, words)) for start, length, words in places])
    edits = sorted({(e.start, e.end, e.replacement) for each in fixed.applied for e in each.fix.edits})
    kept, at = "", 0
    for start, end, words in edits:
        assert start >= at
        kept += text[at:start] + words
        at = end
    assert fixed.text == kept + text[at:]


@given(st.text("ab\n\r🌊é", max_size=60), st.data())
def test_lines_and_columns_find_the_character_again(text: str, data: st.DataObject):
    offset = data.draw(st.integers(0, len(text)))
    line, column = Positions(subject(text).document).in_file(offset)
    assert sum(len(each) + 1 for each in text.split("\n")[: line - 1]) + column - 1 == offset
