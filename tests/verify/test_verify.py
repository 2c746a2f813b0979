"""What is changed in a finished briefing is found and named; what is only rewritten is explained."""

import json
import re
import shutil
import subprocess
from hashlib import sha256
from io import BytesIO

import pypdf
import pytest
from click.testing import CliRunner
from pypdf.generic import ArrayObject, DecodedStreamObject, NameObject, NumberObject, TextStringObject

from citebound.cli import main
from citebound.model import Upload


@pytest.fixture(scope="module")
def source(examples):
    return examples / "refworld-page.txt"


@pytest.fixture(scope="module")
def briefing(workflow, source) -> bytes:
    (made,) = workflow.brief(Upload(content=source.read_bytes(), filename=source.name))
    return workflow.render(made)


@pytest.fixture
def verify(tmp_path):
    """Verifies bytes, in this process; returns exit code, and code and message of each finding."""

    def verify(content, *original):
        (tmp_path / "b.pdf").write_bytes(content)
        paths = [str(tmp_path / path) for path in ("b.pdf", *original)]
        done = CliRunner().invoke(main, ["verify", *paths, "--format", "json"])
        if not done.stdout:
            return done.exit_code, [("", done.stderr)]
        return done.exit_code, [(f["code"], f["message"]) for f in json.loads(done.stdout)["findings"]]

    return verify


def rewritten(content, change=None):
    """The PDF written anew by pypdf, after a change of its objects."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(content))
    if change:
        change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def attached(writer, name):
    names = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    files = {str(names[n]): names[n + 1].get_object() for n in range(0, len(names), 2)}
    return files[name]["/EF"]["/F"].get_object()


def with_attachment(content, name, old, new):
    def change(writer):
        stream = attached(writer, name)
        data = stream.get_data()
        assert old in data
        stream.set_data(data.replace(old, new, 1))

    return rewritten(content, change)


def with_page(content, number, pattern, new):
    def change(writer):
        page = writer.pages[number - 1]
        data = page["/Contents"].get_object().get_data()
        changed, count = re.subn(pattern, new, data, count=1)
        assert count == 1
        stream = DecodedStreamObject()
        stream.set_data(changed)
        page[NameObject("/Contents")] = writer._add_object(stream)

    return rewritten(content, change)


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


def test_what_was_attached_is_the_briefing_again(workflow, briefing, source):
    (document,) = workflow.read(Upload(content=briefing, filename="b.pdf"))
    (made,) = workflow.brief(Upload(content=source.read_bytes(), filename=source.name))
    assert document.finished.briefing == made
    assert workflow.render(document.finished.briefing, template=document.finished.template) == briefing


REWRITES = {
    "linearise": ["--linearize"],
    "object streams": ["--object-streams=generate"],
    "no object streams": ["--object-streams=disable"],
    "recompress": ["--recompress-flate", "--compression-level=9"],
    "uncompress": ["--stream-data=uncompress"],
    "compress": ["--stream-data=compress"],
    "normalise": ["--normalize-content=y"],
    "for reading": ["--qdf"],
    "newer header": ["--min-version=2.0"],
    "another id": ["--deterministic-id", "--linearize"],
}


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("options", REWRITES.values(), ids=REWRITES)
@pytest.mark.parametrize("twice", [False, True], ids=["once", "twice"])
def test_a_harmless_rewrite_is_explained(verify, briefing, tmp_path, options, twice):
    (tmp_path / "in.pdf").write_bytes(briefing)
    subprocess.run(["qpdf", *options, tmp_path / "in.pdf", tmp_path / "out.pdf"], check=True)
    if twice:
        shutil.move(tmp_path / "out.pdf", tmp_path / "in.pdf")
        subprocess.run(["qpdf", "--linearize", tmp_path / "in.pdf", tmp_path / "out.pdf"], check=True)
    code, found = verify((tmp_path / "out.pdf").read_bytes())
    assert code == 0
    assert [each for each, _ in found] in ([], ["BRF012"])


def test_a_rewrite_by_another_library_is_explained(verify, briefing):
    assert verify(rewritten(briefing)) == (
        0,
        [("BRF012", "The file was rewritten since it was rendered; its content is intact.")],
    )


ATTACHMENTS = [
    ("extraction.json", b"four drivers", b"five drivers", "BRF003"),
    ("extraction.json", b"reportedly", b"certainly ", "BRF003"),
    ("extraction.json", b'"claim-responsibility"', b'"say"', "BRF008"),
    ("extraction.json", b'"negated":false', b'"negated":true ', "BRF008"),
    ("source-record.json", b"Ines Calloway", b"Inez Calloway", "BRF008"),
    ("source-record.json", b"2024-03-11", b"2024-03-12", "BRF008"),
    ("source-record.json", b"is not responsible for", b"is responsible for", "BRF008"),
    ("source-record.json", b'"sha256":"8', b'"sha256":"9', "BRF010"),
    ("provenance.json", b'"CIT004"', b'"CIT999"', "BRF008"),
    ("provenance.json", b'"ai_use":"none"', b'"ai_use":"some"', None),
]


@pytest.mark.parametrize(("name", "old", "new", "also"), ATTACHMENTS)
def test_a_changed_attachment_is_named(verify, briefing, name, old, new, also):
    code, found = verify(with_attachment(briefing, name, old, new))
    assert code == 1
    assert ("BRF002", f"The attachment {name} is not the one that the metadata names by its digest.") in found
    assert also is None or also in {each for each, _ in found}


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


def test_a_removed_attachment_is_named(verify, briefing):
    def remove(writer):
        names = writer.root_object["/Names"]["/EmbeddedFiles"]
        names[NameObject("/Names")] = ArrayObject(list(names["/Names"])[2:])

    code, found = verify(rewritten(briefing, remove))
    assert code == 1
    assert any(each == "BRF001" and "extraction.json is missing" in message for each, message in found)


@pytest.mark.parametrize("page", [1, 2, 3, 4])
@pytest.mark.parametrize(
    ("pattern", "new"),
    [
        (rb"<[0-9a-fA-F]{4,}>|\((?:[^()\\]|\\.){2,}\)", b"()"),
        (rb"Tj|TJ", b"% gone\n"),
        (rb" Td| Tm| cm", rb"\g<0> 0 0 m"),
    ],
    ids=["words deleted", "a line deleted", "something drawn"],
)
def test_an_edited_page_is_named_and_no_other(verify, briefing, page, pattern, new):
    code, found = verify(with_page(briefing, page, pattern, new))
    assert code == 1
    pages = {message for each, message in found if each == "BRF008" and message.startswith("The page")}
    assert pages == {f"The page {page} was changed since the briefing was rendered."}


def test_a_removed_and_an_added_page_are_named(verify, briefing):
    def remove(writer):
        del writer.pages[-1]

    def add(writer):
        writer.add_blank_page(595, 842)

    count = len(pypdf.PdfReader(BytesIO(briefing)).pages)
    assert ("BRF008", f"The page {count} is missing.") in verify(rewritten(briefing, remove))[1]
    assert ("BRF008", f"The page {count + 1} was added.") in verify(rewritten(briefing, add))[1]


def test_an_edited_link_and_an_edited_outline_are_named(verify, briefing):
    def turn(writer):
        annotation = writer.pages[1]["/Annots"][0].get_object()
        annotation[NameObject("/Rect")] = ArrayObject([NumberObject(n) for n in (0, 0, 9, 9)])

    def retitle(writer):
        first = writer.root_object["/Outlines"]["/First"].get_object()
        first[NameObject("/Title")] = TextStringObject("Another")

    assert ("BRF008", "The page 2 was changed since the briefing was rendered.") in verify(
        rewritten(briefing, turn)
    )[1]
    assert ("BRF008", "The outline was changed since the briefing was rendered.") in verify(
        rewritten(briefing, retitle)
    )[1]


def test_an_edited_title_is_named(verify, briefing):
    def retitle(writer):
        stream = writer.root_object["/Metadata"].get_object()
        stream.set_data(stream.get_data().replace(b"Orvania: A Ceasefire", b"Orvania: No Ceasefire"))

    code, found = verify(rewritten(briefing, retitle))
    assert code == 1
    assert "BRF011" in {each for each, _ in found}


def test_a_later_revision_is_named(verify, briefing, tmp_path):
    reader = pypdf.PdfWriter(BytesIO(briefing), incremental=True)
    reader.add_metadata({"/Subject": "changed"})
    out = BytesIO()
    reader.write(out)
    code, found = verify(out.getvalue())
    assert code == 1
    assert ("BRF009", "The file holds 2 revisions; a briefing has one.") in found


@pytest.mark.parametrize("share", [number / 12 for number in range(1, 12)])
def test_a_flipped_byte_never_passes_as_rendered(verify, briefing, share):
    at = int(len(briefing) * share)
    flipped = briefing[:at] + bytes([briefing[at] ^ 0x01]) + briefing[at + 1 :]
    code, found = verify(flipped)
    assert code in (1, 3) or found == [
        ("BRF012", "The file was rewritten since it was rendered; its content is intact.")
    ]
    assert found


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
    assert [each for each, _ in found] == ["BRF004", "BRF004"]


def test_check_accepts_a_finished_briefing(citebound, briefing, tmp_path):
    (tmp_path / "b.pdf").write_bytes(briefing)
    assert citebound("check", "b.pdf").stdout.decode() == "nothing found in 1 file\n"
    (tmp_path / "b.pdf").write_bytes(
        with_attachment(briefing, "source-record.json", b"Ines Calloway", b"Inez Calloway")
    )
    done = citebound("check", "b.pdf")
    assert done.returncode == 1
    assert "BRF002" in done.stdout.decode()


def test_what_is_no_briefing_is_refused(citebound, examples, source):
    for path in (source, examples / "situation-report.pdf"):
        done = citebound("verify", path)
        assert done.returncode == 3
        assert "not a briefing of citebound" in done.stderr.decode()
    assert citebound("verify", "gone.pdf").returncode == 3


def test_hashes_are_those_of_the_files(workflow, briefing):
    (document,) = workflow.read(Upload(content=briefing, filename="b.pdf"))
    assert document.sha256 == sha256(briefing).hexdigest()
    assert document.finished.digests["extractionSHA256"] == document.finished.attachments["extraction.json"]
    assert {"sourceSHA256", "sourceRecordSHA256", "provenanceSHA256"} <= set(document.finished.digests)
