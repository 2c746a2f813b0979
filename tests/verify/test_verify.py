"""A briefing as rendered is proved; another original, a broken attachment and what is no briefing are named."""

from hashlib import sha256

import pytest
from pdf_edits import attached, attachment_text, rewritten

from citebound.model import Upload
from citebound.redaction.masking import masked


def test_a_briefing_as_rendered_is_proved(citebound, verify, briefing, source, tmp_path):
    assert verify(briefing) == (0, [])
    assert verify(briefing, source) == (0, [])
    said = citebound("verify", "b.pdf", source).stdout.decode()
    assert "Every quotation, field and attachment agrees with the original." in said


@pytest.mark.parametrize("made_at", [None, "1600000000"])
@pytest.mark.parametrize("verified_at", [None, "1600000000", "86400"])
def test_a_briefing_carries_its_own_date(workflow, verify, source, monkeypatch, made_at, verified_at):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if made_at:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", made_at)
    (made,) = workflow.brief(Upload(content=source.read_bytes(), filename=source.name))
    content = workflow.render(made)
    assert (b"<xmp:CreateDate>2020-09-13T12:26:40Z<" in content) is (made_at is not None)
    if verified_at:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", verified_at)
    assert verify(content) == (0, [])
    assert [code for code, _ in verify(rewritten(content))[1]] == ["BRF012"]


def test_what_was_attached_is_the_briefing_again(workflow, made, briefing):
    (document,) = workflow.read(Upload(content=briefing, filename="b.pdf"))
    assert document.finished.briefing == masked(made)
    assert workflow.render(document.finished.briefing, template=document.finished.template) == briefing


@pytest.mark.parametrize("name", ["extraction.json", "source-record.json", "provenance.json"])
@pytest.mark.parametrize("data", [b"", b"{}", b"not json"])
def test_a_broken_attachment_is_named(verify, briefing, name, data):
    code, found = verify(rewritten(briefing, lambda writer: attached(writer, name).set_data(data)))
    assert code == 1
    assert any(each == "BRF001" and name in message for each, message in found)


def test_a_swapped_attachment_is_named(workflow, verify, briefing, examples):
    (other,) = workflow.brief(Upload(content=(examples / "web-report.html").read_bytes(), filename="w.html"))
    data = other.extraction.to_json()
    code, found = verify(
        rewritten(briefing, lambda writer: attached(writer, "extraction.json").set_data(data))
    )
    assert code == 1
    assert {"BRF002", "BRF010"} <= {each for each, _ in found}
    assert any("extraction.json" in message for _, message in found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("four drivers", "five drivers"),
        ("reportedly ", ""),
        ("is not responsible", "is responsible"),
        ("\n", "\r\n"),
    ],
)
def test_another_original_is_named_with_the_first_difference(verify, briefing, source, tmp_path, old, new):
    (tmp_path / "other.txt").write_bytes(source.read_text("utf-8").replace(old, new).encode())
    code, found = verify(briefing, "other.txt")
    assert code == 1
    assert [each for each, _ in found] == ["BRF004"]


def test_check_accepts_a_finished_briefing(citebound, briefing, tmp_path):
    (tmp_path / "b.pdf").write_bytes(briefing)
    assert citebound("check", "b.pdf").stdout.decode() == "nothing found in 1 file\n"
    renamed = rewritten(
        briefing, lambda pdf: attachment_text(pdf, "source-record.json", b"Ines Calloway", b"Inez Calloway")
    )
    (tmp_path / "b.pdf").write_bytes(renamed)
    done = citebound("check", "b.pdf")
    assert done.returncode == 1
    assert "BRF002" in done.stdout.decode()


def test_what_is_no_briefing_is_refused(citebound, examples, source):
    for path, why in (
        (source, "text/plain cannot be verified; verify the PDF of the briefing"),
        (examples / "situation-report.pdf", "not a briefing of citebound"),
    ):
        done = citebound("verify", path)
        assert done.returncode == 3
        assert why in done.stderr.decode()
    assert citebound("verify", "gone.pdf").returncode == 3


def test_hashes_are_those_of_the_files(workflow, briefing):
    (document,) = workflow.read(Upload(content=briefing, filename="b.pdf"))
    assert document.sha256 == sha256(briefing).hexdigest()
    assert document.finished.digests["extractionSHA256"] == document.finished.attachments["extraction.json"]
    assert {"sourceSHA256", "sourceRecordSHA256", "provenanceSHA256"} <= set(document.finished.digests)


def test_a_whole_other_report_as_original_is_one_finding(verify, briefing, examples, tmp_path):
    (tmp_path / "other.html").write_bytes((examples / "web-report.html").read_bytes())
    code, found = verify(briefing, "other.html")
    assert code == 1
    ((rule, message),) = found
    assert rule == "BRF004"
    assert message.startswith(
        "The original is another file: SHA-256 fc8d600d100e8d79…, the record names 888b16499a"
    )


def test_the_same_text_in_another_file_is_told_apart(verify, briefing, source, tmp_path):
    (tmp_path / "marked.txt").write_bytes(b"\xef\xbb\xbf" + source.read_bytes())
    ((rule, message),) = verify(briefing, "marked.txt")[1]
    assert rule == "BRF004"
    assert message.endswith("; its text is the same.")
