"""A signed briefing is the rendered one with a signature behind it, and nothing else."""

import os

import pytest

from citebound.model import Upload

PASSPHRASE = os.fsencode("three grey geese")


def test_nothing_but_the_signature_follows_the_rendered_bytes(workflow, rendered, signed):
    content = signed().read_bytes()
    assert content.startswith(rendered)
    plain, sealed = (
        workflow.read(Upload(content=each, filename="b.pdf"))[0].finished for each in (rendered, content)
    )
    assert sealed.revisions == 2
    assert sealed.signature.covers
    added = {name: digest for name, digest in sealed.parts.items() if name not in plain.parts}
    assert set(added) == {"signature field on page 1", "signature AcroForm", "signature Perms"}
    assert {name: sealed.parts[name] for name in plain.parts} == plain.parts


def test_the_same_key_and_moment_give_the_same_bytes(signed, monkeypatch):
    first = signed().read_bytes()
    assert signed().read_bytes() == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200001")
    assert signed().read_bytes() != first


@pytest.mark.parametrize("name", ["desk", "curve", "member"])
def test_keys_of_each_kind_sign(run, signed, keys, name):
    trusted = keys / f"{'authority' if name == 'member' else name}.pem"
    code, said, _ = run("verify", signed(name), "--trust", trusted)
    assert (code, said.splitlines()[0]) == (0, "nothing found in 1 file")
    assert f"Signed by The {name}." in said


def test_brief_signs_what_it_renders(run, keys, tmp_path):
    report = tmp_path / "note.txt"
    report.write_text("The port authority said on 3 May 2024 that the harbour was shut.\n", "utf-8")
    code, said, _ = run("brief", report, "--sign", keys / "desk.p12")
    assert (code, said) == (0, f"{tmp_path / 'note.briefing.pdf'}\n")
    code, said, _ = run("verify", tmp_path / "note.briefing.pdf", report, "--trust", keys / "desk.pem")
    assert code == 0
    assert "agrees with the original. Signed by The desk." in said


def test_the_signed_file_stands_beside_the_briefing(run, briefing, keys):
    code, said, _ = run("sign", briefing, "--key", keys / "desk.p12")
    assert (code, said) == (0, f"{briefing.with_suffix('.signed.pdf')}\n")


def test_a_signed_briefing_never_takes_the_place_of_the_key(run, briefing, keys):
    before = (keys / "desk.p12").read_bytes()
    code, _, told = run("sign", briefing, "--key", keys / "desk.p12", "-o", keys / "." / "desk.p12")
    assert code == 2
    assert told.endswith("desk.p12: the briefing would take the place of the key; name another -o\n")
    assert (keys / "desk.p12").read_bytes() == before


def test_the_passphrase_may_stand_in_a_file(run, briefing, keys, tmp_path, monkeypatch):
    monkeypatch.delenv("CITEBOUND_SIGN_PASSPHRASE")
    (tmp_path / "passphrase").write_bytes(PASSPHRASE + b"\r\nmore\n")
    assert (
        run("sign", briefing, "--key", keys / "desk.p12", "--passphrase-file", tmp_path / "passphrase")[0]
        == 0
    )
    monkeypatch.setenv("CITEBOUND_SIGN_PASSPHRASE_FILE", str(tmp_path / "passphrase"))
    assert run("sign", briefing, "--key", keys / "desk.p12")[0] == 0


REFUSED = [
    ("desk.p12", "another", "desk.p12: the passphrase is wrong"),
    ("desk.p12", None, "needs a passphrase; set CITEBOUND_SIGN_PASSPHRASE_FILE or CITEBOUND_SIGN_PASSPHRASE"),
    ("desk.pem", "x", "desk.pem: is no PKCS#12 file"),
    ("gone.p12", "x", "gone.p12: the key cannot be read: No such file"),
    ("", "x", "the key cannot be read: Is a directory"),
    ("keyless.p12", "three grey geese", "keyless.p12: holds no private key"),
    ("old.p12", "three grey geese", "its certificate holds from 2022-06-02 to 2023-06-02, not on 2024-06-01"),
]


@pytest.mark.parametrize(("name", "passphrase", "why"), REFUSED)
def test_a_key_that_cannot_be_used_is_told_in_one_line(
    run, briefing, keys, monkeypatch, name, passphrase, why
):
    monkeypatch.delenv("CITEBOUND_SIGN_PASSPHRASE")
    if passphrase:
        monkeypatch.setenv("CITEBOUND_SIGN_PASSPHRASE", passphrase)
    code, said, complaint = run("sign", briefing, "--key", keys / name)
    assert (code, said) == (2, "")
    assert why in complaint
    assert complaint.count("\n") == 1
    assert not briefing.with_suffix(".signed.pdf").exists()


def test_a_passphrase_file_that_is_not_there_is_told(run, briefing, keys, tmp_path):
    code, _, complaint = run(
        "sign", briefing, "--key", keys / "desk.p12", "--passphrase-file", tmp_path / "gone"
    )
    assert code == 2
    assert "gone: the passphrase cannot be read: No such file" in complaint


def test_what_is_no_briefing_is_not_signed(run, keys, examples):
    code, _, complaint = run("sign", examples / "refworld-page.txt", "--key", keys / "desk.p12")
    assert code == 3
    assert "not a briefing of citebound" in complaint


def test_nobody_signs_twice(run, signed, keys):
    code, _, complaint = run("sign", signed(), "--key", keys / "desk.p12")
    assert code == 2
    assert "holds more than one revision" in complaint


@pytest.mark.parametrize("command", ["sign", "brief", "verify"])
def test_the_missing_extra_is_named(run, signed, keys, tmp_path, hide_pyhanko, command):
    path = signed()
    hide_pyhanko()
    (tmp_path / "note.txt").write_text("The gate was shut.\n", "utf-8")
    arguments = {
        "sign": (path, "--key", keys / "desk.p12"),
        "brief": (tmp_path / "note.txt", "--sign", keys / "desk.p12"),
        "verify": (path, "--trust", keys / "desk.pem"),
    }
    code, _, complaint = run(command, *arguments[command])
    assert code == 2
    assert complaint.rstrip().endswith("needs an extra: pip install 'citebound[sign]'")


def test_a_key_of_another_kind_is_nobodys(run, keys, tmp_path):
    (tmp_path / "note.txt").write_text("The gate was shut.\n", "utf-8")
    code, _, complaint = run("brief", tmp_path / "note.txt", "--sign", keys / "desk.pem")
    assert code == 2
    assert "no plugin signs with such a key; name a PKCS#12 file" in complaint


def test_only_a_pdf_is_signed(run, keys, tmp_path):
    (tmp_path / "note.txt").write_text("The gate was shut.\n", "utf-8")
    code, _, complaint = run("brief", tmp_path / "note.txt", "--format", "html", "--sign", keys / "desk.p12")
    assert code == 2
    assert "--sign signs a PDF, not html" in complaint


def test_a_plugin_that_fails_to_sign_is_named(run, keys, tmp_path, plugin_files):
    (tmp_path / "note.txt").write_text("The gate was shut.\n", "utf-8")
    fails = "@hookimpl\ndef citebound_sign(content, key, timestamp):\n    raise ValueError('broken')\n"
    (tmp_path / "breaks.py").write_text(f"from citebound import hookimpl\n\n\n{fails}", "utf-8")
    plugin = ("--plugin", tmp_path / "breaks.py")
    code, _, complaint = run(*plugin, "brief", tmp_path / "note.txt", "--sign", keys / "desk.pem")
    assert code == 4
    assert "desk.pem: not signed, because the plugin" in complaint
    assert not (tmp_path / "note.briefing.pdf").exists()
    assert run(*plugin, "brief", tmp_path / "note.txt", "--sign", keys / "desk.p12")[0] == 4
    assert (tmp_path / "note.briefing.pdf").exists()  # the other plugin signed it
