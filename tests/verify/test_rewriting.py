"""What a tool merely writes anew is explained: other bytes, the same content."""

import shutil
import subprocess
from io import BytesIO
from itertools import product

import pikepdf
import pypdf
import pytest
from pdf_edits import rewritten

REWRITTEN = [("BRF012", "The file was rewritten since it was rendered; its content is intact.")]

PACKED = {
    "as they are": pikepdf.ObjectStreamMode.preserve,
    "packed": pikepdf.ObjectStreamMode.generate,
    "unpacked": pikepdf.ObjectStreamMode.disable,
}
STREAMS = {
    "linearised": {"linearize": True},
    "uncompressed": {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.generalized},
    "compressed anew": {"compress_streams": True, "recompress_flate": True},
    "decoded as far as can be": {"stream_decode_level": pikepdf.StreamDecodeLevel.all},
    "operators set anew": {"normalize_content": True},
    "for reading": {"qdf": True},
    "another identifier": {"deterministic_id": True},
    "a fixed identifier": {"static_id": True},
    "a newer version": {"min_version": "2.0"},
    "an older version": {"force_version": "1.5"},
}
COMBINED = {
    "linearised, compressed anew": {"linearize": True, "recompress_flate": True},
    "linearised, uncompressed": {"linearize": True, "compress_streams": False},
    "uncompressed, operators set anew": {"compress_streams": False, "normalize_content": True},
    "newer, with another identifier": {"min_version": "2.0", "deterministic_id": True},
}


def saved(content, **options):
    """The PDF as qpdf's library writes it."""
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(out, **options)
    return out.getvalue()


@pytest.mark.parametrize(("packed", "streams"), [*product(PACKED, STREAMS | COMBINED)])
def test_a_rewrite_by_qpdf_is_explained(verify, briefing, packed, streams):
    content = saved(briefing, object_stream_mode=PACKED[packed], **(STREAMS | COMBINED)[streams])
    assert content != briefing
    assert verify(content) == (0, REWRITTEN)


def compressed(pdf):
    for page in pdf.pages:
        page.compress_content_streams()


def produced(pdf):
    pdf.add_metadata({"/Producer": "Another Writer 9", "/ModDate": "D:20250101000000Z"})


BY_PYPDF = {"cloned": None, "compressed": compressed, "another producer": produced}


@pytest.mark.parametrize("change", BY_PYPDF.values(), ids=BY_PYPDF)
def test_a_rewrite_by_pypdf_is_explained(verify, briefing, change):
    assert verify(rewritten(briefing, change)) == (0, REWRITTEN)


@pytest.mark.parametrize("change", BY_PYPDF.values(), ids=BY_PYPDF)
def test_a_rewrite_by_one_after_the_other_is_explained(verify, briefing, change):
    assert verify(saved(rewritten(saved(briefing, linearize=True), change), qdf=True)) == (0, REWRITTEN)


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("options", [["--coalesce-contents"], ["--linearize", "--recompress-flate"]])
def test_a_rewrite_on_the_command_line_is_explained(verify, briefing, tmp_path, options):
    (tmp_path / "in.pdf").write_bytes(briefing)
    subprocess.run(["qpdf", *options, tmp_path / "in.pdf", tmp_path / "out.pdf"], check=True)
    assert verify((tmp_path / "out.pdf").read_bytes()) == (0, REWRITTEN)


def test_encryption_is_a_change_even_if_anyone_may_read(verify, briefing):
    content = saved(briefing, encryption=pikepdf.Encryption(owner="x", user=""))
    assert verify(content) == (1, [("BRF008", "The encryption was added.")])


def test_a_briefing_behind_a_password_is_refused(verify, briefing):
    code, ((_, line),) = verify(saved(briefing, encryption=pikepdf.Encryption(owner="x", user="y")))
    assert code == 3
    assert "needs a password" in line
    assert line.count("\n") == 1


def test_a_print_to_another_pdf_is_no_rewrite(verify, briefing):
    """Pages alone, taken over into a new file: attachments, structure and metadata stay behind."""
    writer = pypdf.PdfWriter()
    writer.append(BytesIO(briefing), import_outline=False)
    out = BytesIO()
    writer.write(out)
    code, ((_, line),) = verify(out.getvalue())
    assert code == 3
    assert "not a briefing of citebound" in line
