"""What a briefing is called where it is published, and that it is signed there if the desk signs its briefings."""

import re
import signal
from types import SimpleNamespace

import pytest
from tests.signing.conftest import PASSPHRASE, certified
from tests.worker.test_killed import killer

from citebound.configuration import Configuration
from citebound.plugins import Plugins
from citebound.workflow import Workflow

pytest.importorskip("sqlalchemy")
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

REPORT = b"A bridge\n\nIlya Maren said on 4 May 2020 that a bridge was built (Daily Note, May 4).\n"
LIST = b"@misc{a, title={One}, author={Ilya Maren}}\n@misc{b, title={Two}, author={Ilya Maren}}\n"
HIDING = '[redact]\nnames = ["Ilya Maren"]\n'


def taken_in(office, decisions="", content=REPORT, name="report.txt"):
    """Takes a report in with a sidecar file; returns its id."""
    (office.folder / "upload.citebound.toml").write_text(decisions)
    return office.take_in(content, name)


def test_a_redacted_briefing_is_not_named_after_its_source(office):
    document = taken_in(office, HIDING)
    assert office.run(office.work) == 0
    (name,) = office.published()
    assert re.fullmatch(r"[0-9a-f]{64}\.briefing\.pdf", name)
    assert document not in name
    content = (office.out / name).read_bytes()
    assert document.encode() not in content
    (finished,) = (each.finished for each in office.session.workflow.read(upload(content)))
    assert finished.digests["sourceSHA256"] == finished.briefing.record.document.sha256 != document


def upload(content):
    from citebound.model import Upload

    return Upload(content=content, filename="b.pdf")


def test_the_name_is_the_same_each_time_and_another_in_another_store(office):
    taken_in(office, HIDING)
    office.run(office.work)
    first = office.published()
    taken_in(office, HIDING + 'mark = "[hidden]"\n')
    office.run(office.work)
    assert office.published() == first
    key = office.store / "file-names.key"
    assert key.stat().st_mode & 0o777 == 0o600
    key.write_bytes(bytes(32))
    taken_in(office, HIDING + 'mark = "[gone]"\n')
    office.run(office.work)
    assert len(set(office.published()) - set(first)) == 1


def test_a_digest_that_is_kept_may_be_the_name(office):
    document = taken_in(office, HIDING + "keep-digest = true\n")
    office.run(office.work)
    assert office.published() == [f"{document}.briefing.pdf"]
    assert not (office.store / "file-names.key").exists()


@pytest.mark.parametrize(("content", "name"), [(REPORT, "report.txt"), (LIST, "list.bib")])
def test_what_was_published_before_it_was_redacted_is_removed(office, content, name):
    document = taken_in(office, "", content, name)
    office.run(office.work)
    count = len(office.published())
    assert all(each.startswith(document) for each in office.published())
    taken_in(office, HIDING, content, name)
    office.run(office.work)
    assert len(office.published()) == count
    assert not any(each.startswith(document) for each in office.published())
    taken_in(office, "", content, name)
    office.run(office.work)
    assert all(each.startswith(document) for each in office.published())
    assert len(office.published()) == count


def test_a_damaged_key_holds_redacted_briefings(office):
    document = taken_in(office, HIDING)
    (office.store / "file-names.key").write_bytes(b"short")
    office.run(office.work)
    (held, *_) = [event for event in office.history(document) if event.what == "held"]
    assert "file-names.key: is damaged; remove it" in held.detail["reason"]
    assert office.published() == []


def test_a_purge_erases_a_briefing_under_either_name(office, citebound):
    for decisions in ("", HIDING):
        document = taken_in(office, decisions)
        office.run(office.work)
        assert len(office.published()) == 1
    done = citebound("purge", document, "--store", office.store)
    assert (done.returncode, done.stderr) == (0, b"")
    assert office.published() == []


@pytest.fixture
def signing(office, monkeypatch, tmp_path):
    """An office that signs; returns the workflow."""
    pytest.importorskip("pyhanko")
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

    key = ec.generate_private_key(ec.SECP256R1())
    locked = BestAvailableEncryption(PASSPHRASE.encode())
    packed = pkcs12.serialize_key_and_certificates(b"x", key, certified("The desk", key), None, locked)
    (tmp_path / "desk.p12").write_bytes(packed)
    monkeypatch.setenv("CITEBOUND_SIGN_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")

    def signing(**more):
        workflow = Workflow(Plugins(), Configuration(folder=str(tmp_path), sign="desk.p12", **more))
        office.session = SimpleNamespace(
            workflow=workflow, fingerprint="signs", components=workflow.registry.components
        )
        return workflow

    return signing


def signed_in(office):
    (name,) = office.published()
    (document,) = office.session.workflow.read(upload((office.out / name).read_bytes()))
    return document.finished.signature is not None and document.finished.signature.covers


def test_a_desk_that_signs_has_its_uploads_signed(office, signing):
    signing()
    document = taken_in(office)
    assert office.run(office.work) == 0
    assert signed_in(office)
    said = "".join(str(event.detail) for event in office.history(document))
    assert PASSPHRASE not in said


def test_what_a_killed_worker_signed_is_not_signed_again(office, signing):
    signing()
    taken_in(office)
    prepared = killer("citebound_hooks.ledger.closing", "finish", when="before")
    assert office.run(office.work, prepared=prepared) == -signal.SIGKILL
    first = [path.stat().st_mtime_ns for path in office.out.iterdir()]
    assert office.run(office.work) == 0
    assert [path.stat().st_mtime_ns for path in office.out.iterdir()] == first
    assert signed_in(office)


def test_a_key_that_cannot_be_used_holds_documents_and_stops_a_worker_that_begins(
    office, signing, monkeypatch
):
    from citebound.errors import UsageError
    from citebound_hooks.worker.warming import warm_up

    workflow = signing()
    monkeypatch.setenv("CITEBOUND_SIGN_PASSPHRASE", "another secret")
    document = taken_in(office)
    office.run(office.work)
    (held, *_) = [event for event in office.history(document) if event.what == "held"]
    assert held.detail["reason"].endswith("desk.p12: the passphrase is wrong")
    assert office.published() == []
    with pytest.raises(UsageError, match="the passphrase is wrong"):
        warm_up(workflow)


def test_a_time_server_that_is_away_holds_documents_but_stops_no_worker(office, signing):
    import gc

    from citebound_hooks.worker.warming import warm_up

    workflow = signing(timestamp="http://desk:secret@127.0.0.1:9/tsa")
    warm_up(workflow)
    gc.unfreeze()
    document = taken_in(office)
    office.run(office.work)
    (held, *_) = [event for event in office.history(document) if event.what == "held"]
    assert "no time stamp from http://127.0.0.1:9/tsa: cannot be reached" in held.detail["reason"]
    assert "secret" not in held.detail["reason"]
    assert office.published() == []
