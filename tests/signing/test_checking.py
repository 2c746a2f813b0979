"""`verify` says of a signature whether it holds, who made it, and what is wrong with it."""

import json
import re
from io import BytesIO

import pypdf
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pypdf.generic import ArrayObject, FloatObject, NameObject

from citebound.model import Upload


@pytest.fixture
def found(run, tmp_path):
    """The findings on a signed briefing: code and message."""

    def found(content, *trust):
        (tmp_path / "checked.pdf").write_bytes(content)
        options = [option for path in trust for option in ("--trust", path)]
        code, said, _ = run("verify", tmp_path / "checked.pdf", *options, "--format", "json")
        return code, [(each["code"], each["message"]) for each in json.loads(said)["findings"]]

    return found


def test_a_signature_by_somebody_trusted_leaves_nothing_to_say(found, signed, keys):
    assert found(signed().read_bytes(), keys / "desk.pem") == (0, [])
    assert found(signed().read_bytes(), keys / "stranger.pem", keys / "desk.pem") == (0, [])


def test_without_anybody_trusted_the_signer_is_unknown(found, signed):
    code, ((rule, message),) = found(signed().read_bytes())
    assert (code, rule) == (0, "BRF016")
    assert message.startswith("The signature is intact; that The desk made it is not proved")


def test_without_the_library_that_is_told(found, signed, hide_pyhanko):
    content = signed().read_bytes()
    hide_pyhanko()
    code, ((rule, message),) = found(content)
    assert (code, rule) == (0, "BRF016")
    assert "was not checked: that needs an extra: pip install 'citebound[sign]'" in message


def test_check_says_that_it_does_not_check_signatures(run, signed):
    code, said, _ = run("check", signed())
    assert code == 0
    assert "BRF016 The briefing is signed; the signature was not checked: `citebound verify` does." in said


def test_what_cannot_be_rendered_anew_is_vouched_for_by_somebody_trusted(
    found, signed, keys, workflow, render_as_another_version, tmp_path
):
    text = "The harbour of Sarne was closed on 3 May 2024, the port authority said.\n"
    (made,) = workflow.brief(Upload(content=text.encode(), filename="note.txt"))
    older = tmp_path / "older.pdf"
    older.write_bytes(render_as_another_version(made))
    content = signed("desk", older).read_bytes()
    assert [rule for rule, _ in found(content, keys / "desk.pem")[1]] == ["BRF014"]
    assert found(content, keys / "desk.pem")[0] == 0
    assert found(content)[0] == 1
    assert found(older.read_bytes())[0] == 1


@pytest.mark.parametrize("trusted", ["stranger", "authority"])
def test_somebody_else_is_not_trusted(found, signed, keys, trusted):
    code, ((rule, message),) = found(signed().read_bytes(), keys / f"{trusted}.pem")
    assert (code, rule) == (1, "BRF015")
    assert (
        message
        == "The signature by The desk is by nobody whom a certificate given with --trust stands behind."
    )


def test_a_certificate_that_expired_since_is_told(found, signed, keys, monkeypatch):
    content = signed().read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    code, ((rule, message),) = found(content, keys / "desk.pem")
    assert (code, rule) == (1, "BRF015")
    assert (
        "was made with a certificate that holds from 2023-06-02 to 2025-06-01, not on 2027-01-15" in message
    )


def test_a_signature_that_was_taken_away_is_missed(found, rendered, keys):
    code, found_ = found(rendered, keys / "desk.pem")
    assert (code, found_) == (1, [("BRF015", "The signature is missing; --trust asks for one.")])


@pytest.mark.parametrize("name", ["gone.pem", "desk.p12", "key.pem"])
def test_a_certificate_that_cannot_be_read_is_told(run, signed, keys, name):
    key = ec.generate_private_key(ec.SECP256R1())
    alone = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (keys / "key.pem").write_bytes(alone)
    code, _, complaint = run("verify", signed(), "--trust", keys / name)
    assert code == 2
    assert re.search(rf"--trust .*{name}: (cannot be read: No such file|holds no certificate)", complaint)


def test_a_flipped_byte_breaks_the_signature(found, signed, rendered, keys):
    content = bytearray(signed().read_bytes())
    content[content.index(b"/Producer") + 1] ^= 1
    code, said = found(bytes(content), keys / "desk.pem")
    assert code == 1
    assert ("BRF015", "The signature by The desk is of another file than this one.") in said


def test_flipped_digits_of_the_signature_break_it(found, signed, keys):
    content = signed().read_bytes()
    at = content.index(b"/Contents <", content.index(b"/ByteRange") - 9999) + 400
    digit = b"1" if content[at : at + 1] != b"1" else b"2"
    code, said = found(content[:at] + digit + content[at + 1 :], keys / "desk.pem")
    assert code == 1
    assert "BRF015" in {rule for rule, _ in said}


def changed(content, change, incremental):
    source = BytesIO(content)
    writer = pypdf.PdfWriter(source, incremental=True) if incremental else pypdf.PdfWriter(clone_from=source)
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def add_note(pdf):
    pdf.add_metadata({"/Subject": "changed"})


def test_what_follows_the_signature_is_named(found, signed, keys):
    code, said = found(changed(signed().read_bytes(), add_note, incremental=True), keys / "desk.pem")
    assert code == 1
    assert ("BRF009", "The file holds 3 revisions; a briefing has one.") in said
    assert ("BRF008", "The document property Subject differs from the same briefing rendered anew.") in said
    assert "does not span the file" in dict(said)["BRF015"]


def test_a_signed_file_that_was_rewritten_is_no_longer_signed(found, signed, keys):
    code, said = found(changed(signed().read_bytes(), lambda pdf: None, incremental=False), keys / "desk.pem")
    assert code == 1
    assert "BRF008" not in {rule for rule, _ in said}
    assert "was rewritten or continued since it was signed" in dict(said)["BRF015"]


def test_a_signature_does_not_hide_what_was_changed_before(found, briefing, rendered, signed, keys):
    briefing.write_bytes(changed(rendered, add_note, incremental=False))
    code, said = found(signed("stranger").read_bytes(), keys / "stranger.pem")
    assert (code, [rule for rule, _ in said]) == (1, ["BRF008"])


def show(pdf):
    field = pdf.root_object["/AcroForm"]["/Fields"][0].get_object()
    field[NameObject("/Rect")] = ArrayObject(map(FloatObject, (0, 0, 500, 500)))


def act(pdf):
    field = pdf.root_object["/AcroForm"]["/Fields"][0].get_object()
    field[NameObject("/AA")] = pypdf.generic.DictionaryObject()


def second(pdf):
    form = pdf.root_object["/AcroForm"]
    form["/Fields"].append(form["/Fields"][0])


@pytest.mark.parametrize("change", [show, act, second])
def test_a_signature_that_brings_something_along_is_a_form(found, signed, change):
    code, said = found(changed(signed().read_bytes(), change, incremental=False))
    assert code == 1
    assert ("BRF008", "The form was added.") in said
