"""The formats of findings, each read back by what reads it: a person, json, an XML parser."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from lxml import etree
from msgspec.structs import replace

from citebound.compliance.findings import gather
from citebound.model import Document, Finding, Findings, SourceSegment, Span
from citebound_hooks.formats.catalogue import built_in_formats
from citebound_hooks.formats.excerpt import columns, excerpt_of, printable
from citebound_hooks.formats.xml_text import in_xml

Write = Callable[..., str]
NOTHING = gather([], files=3)


def test_text_shows_the_place_the_line_and_the_fix(written: Write, findings: Findings):
    expected = Path(__file__).with_name("findings.txt").read_text("utf-8")
    assert written("findings", "text", findings) == expected


def test_text_without_findings_says_so(written: Write):
    assert written("findings", "text", NOTHING) == "nothing found in 3 files\n"


def test_text_on_a_terminal_has_colours_and_the_same_words(written: Write, findings: Findings):
    text = written("findings", "text", findings, terminal=True)
    plain = written("findings", "text", findings)
    assert "\x1b[1;31merror" in text
    assert _without_escapes(text) == plain


def test_text_without_the_document_shows_the_place_alone(written: Write, findings: Findings):
    assert "|" not in written("findings", "text", findings, documents={})


def test_a_file_cannot_send_commands_to_the_terminal(written: Write, document: Document):
    hostile = Document(text="a\x1b[2J\u202eb c", sha256="0" * 64, media_type="text/plain", bytes=9)
    finding = _finding(path="x\x1b]0;title\x07.txt", message="says \x1b[31m", span=hostile.span(2, 7))
    text = written("findings", "text", gather([finding], files=1), documents={finding.path: hostile})
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_json_is_the_contract_and_comes_back_whole(written: Write, findings: Findings):
    text = written("findings", "json", findings)
    assert text.endswith("}\n")
    assert Findings.from_dict(json.loads(text)) == findings


def test_sarif_has_what_the_standard_asks_for(written: Write, findings: Findings):
    log = json.loads(written("findings", "sarif", findings))
    jsonschema.validate(
        log, json.loads(Path(__file__).with_name("sarif-parts.schema.json").read_text("utf-8"))
    )
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert not run["invocations"][0]["executionSuccessful"]
    assert "estuary" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_marks_what_is_known_and_what_is_suppressed(written: Write, findings: Findings):
    results = json.loads(written("findings", "sarif", findings))["runs"][0]["results"]
    states = {result["ruleId"]: (result["baselineState"], result["suppressions"]) for result in results}
    reason = {"kind": "inSource", "status": "accepted", "justification": "the scan is so"}
    assert states == {
        "CIT004": ("new", []), "CIT012": ("new", []), "CIT027": ("unchanged", []), "DIS007": ("new", [reason]),
    }  # fmt: skip


def test_sarif_names_regions_and_fixes_by_line_and_column(written: Write, findings: Findings):
    result = json.loads(written("findings", "sarif", findings))["runs"][0]["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "reports/vale%2C%202019.txt"
    assert place["region"] == {"startLine": 7, "startColumn": 9, "endLine": 7, "endColumn": 28}
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["deletedRegion"] == {"startLine": 7, "startColumn": 30, "endLine": 7, "endColumn": 30}
    assert replacement["insertedContent"]["text"] == "Inès Marlow, Tom Reed, "


def test_sarif_without_the_documents_names_offsets(written: Write, findings: Findings):
    result = json.loads(written("findings", "sarif", findings, documents={}))["runs"][0]["results"][0]
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert set(replacement["deletedRegion"]) == {"charOffset", "charLength"}


def test_junit_counts_what_fails_and_skips_what_does_not_count(written: Write, findings: Findings):
    root = etree.fromstring(written("findings", "junit", findings).encode())
    reports, plugins = root
    assert {name: reports.get(name) for name in ("tests", "failures", "skipped")} == {
        "tests": "4", "failures": "2", "skipped": "2",
    }  # fmt: skip
    assert [case.find("failure").get("type") for case in reports if case.find("failure") is not None] == [
        "warning",
        "error",
    ]
    assert plugins.find("testcase/error").get("message") == "KeyError: 'tide'"


def test_junit_without_findings_has_one_case_that_passes(written: Write):
    root = etree.fromstring(written("findings", "junit", NOTHING).encode())
    assert [case.get("name") for case in root.iter("testcase")] == ["nothing found"]
    assert root.find(".//failure") is None


def test_github_annotates_new_findings_only_and_escapes_what_it_must(written: Write, findings: Findings):
    lines = written("findings", "github", findings).splitlines()
    assert lines == [
        "::warning file=reports/vale%2C 2019.txt,title=CIT004 cite-as-omits-author,line=7,col=9::"
        "The cite-as line leaves out the authors Inès Marlow, Tom Reed.",
        "::error file=reports/vale%2C 2019.txt,title=CIT012 accessed-before-publication,line=7,col=187::"
        "Accessed on 7 June 2018, before the publication (3 May 2019).",
        "::error title=plugin failed::plugin estuary failed in citebound_rules: KeyError: 'tide'",
    ]


def test_github_takes_no_commands_from_a_message(written: Write):
    finding = _finding(message="one\n::error::two", path="a:b.txt")
    assert written("findings", "github", gather([finding], files=1)).count("\n") == 1


def test_gitlab_lists_new_findings_with_fingerprints_of_their_own(written: Write, findings: Findings):
    twice = gather(
        [*findings.findings, *(replace(each, path="other.txt") for each in findings.findings)], files=2
    )
    issues = json.loads(written("findings", "gitlab", twice))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 4
    assert issues[0]["severity"] in ("major", "minor", "info")
    assert {issue["location"]["path"] for issue in issues} == {"other.txt", "reports/vale, 2019.txt"}


@pytest.mark.parametrize("name", [form.name for form in built_in_formats() if form.shape == "findings"])
def test_every_format_writes_a_finding_without_a_place_or_column(written: Write, name: str):
    for finding in (_finding(), _finding(line=3)):
        text = written("findings", name, gather([finding], files=1))
        assert "It is so." in text or name == "statistics"
        assert name == "json" or "None" not in text


def test_an_excerpt_is_cut_around_the_place_and_counts_wide_characters():
    text = "甲" * 60 + "flood" + "乙" * 60
    excerpt = excerpt_of(text, 60, 65, 40)
    assert excerpt.words[0] == excerpt.words[-1] == "…"
    assert excerpt.length == 5
    assert columns(excerpt.words[: excerpt.words.index("flood")]) == excerpt.indent


@pytest.mark.parametrize("before", ["甲" * 60, "甲", "a" * 60, "", "e\u0301" * 30, "❤️" * 30])
@pytest.mark.parametrize("after", ["乙" * 60, "", "b" * 60 + "\r"])
def test_an_excerpt_fits_its_width_and_shows_the_place(before: str, after: str):
    text = f"above\n{before}flood{after}\nbelow"
    start = text.index("flood")
    excerpt = excerpt_of(text, start, start + 5, 40)
    assert columns(excerpt.words) <= 42  # with a mark at each end
    assert excerpt.length == 5
    assert columns(excerpt.words[: excerpt.words.index("flood")]) == excerpt.indent
    assert "·" not in excerpt.words


def test_a_run_that_checked_nothing_says_so(written: Write):
    assert written("findings", "text", gather([], files=0)) == "no file was checked\n"


def test_an_entry_of_a_list_is_shown_in_its_file(written: Write):
    source = "@misc{a,\n  title = {One},\n}\n@misc{b,\n  title = {Two},\n}\n"
    first, second = source[:27], source[27:]
    texts = {"sha256": "0" * 64, "media_type": "application/x-bibtex", "bytes": 1, "source": source}
    known = Document(text=second, entry="b", source_map=(SourceSegment(0, len(second), 27),), **texts)
    finding = _finding(path="a.bib", line=2, column=12, span=Span(20, 23, "One"))
    assert first[20:23] == "One"
    run, documents = gather([finding], files=1), {"a.bib": known}
    assert written("findings", "text", run, documents=documents).splitlines()[1:3] == [
        "    2 |   title = {One},",
        "      |            ^^^",
    ]
    log = json.loads(written("findings", "sarif", run, documents=documents))
    region = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 12, "endLine": 2, "endColumn": 15}


def test_characters_that_may_not_be_printed_become_visible():
    assert printable("a\tb\u200dc\r") == "a b·c·"
    assert in_xml("a\x00b\ud800c\n") == "a·b·c\n"


def _finding(path: str = "a.txt", message: str = "It is so.", **changes: object) -> Finding:
    values = {
        "code": "CIT001",
        "name": "x-y",
        "severity": "error",
        "path": path,
        "message": message,
        "fingerprint": "f",
    }
    return Finding(**values | changes)  # type: ignore[arg-type]


def _without_escapes(text: str) -> str:
    import re

    return "".join(line.rstrip() + "\n" for line in re.sub(r"\x1b\[[\d;]*m", "", text).splitlines())


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("x,y:z.txt", "x%2Cy%3Az.txt"),
        ("reports/a b.txt", "reports/a%20b.txt"),
        ("/data/x:y.txt", "file:///data/x%3Ay.txt"),
    ],
)
def test_sarif_names_files_by_valid_references(written: Write, findings: Findings, path: str, uri: str):
    named = replace(findings, findings=tuple(replace(each, path=path) for each in findings.findings[:1]))
    result = json.loads(written("findings", "sarif", named, documents={}))["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}
