"""`citebound enqueue`: durable, the same answer to the same upload, nothing odd taken in."""

import gc
import json
import os
import resource
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

pytest.importorskip("sqlalchemy")

from citebound.errors import UnreadableError
from citebound_hooks.intake.taking_in import key_of, open_regular, take_in
from citebound_hooks.ledger.history import history
from citebound_hooks.ledger.place import Place
from citebound_hooks.ledger.spool import Spool

REPORT = b"Title\n\nA bridge was built.\n"


@pytest.fixture
def store(tmp_path, store_in):
    ledger = store_in(tmp_path / "store").open()
    yield ledger, Spool(tmp_path / "store" / "spool")
    ledger.engine.dispose()


def kept_files(spool):
    return sorted(path for path in spool.folder.rglob("*") if path.is_file())


def test_the_command_prints_the_id_of_the_bytes(citebound, tmp_path):
    (tmp_path / "a.txt").write_bytes(REPORT)
    first = citebound("enqueue", "a.txt")
    again = citebound("enqueue", "a.txt", "missing.txt")
    assert first.stdout.decode().strip() == again.stdout.decode().strip() == sha256(REPORT).hexdigest()
    assert (first.returncode, again.returncode) == (0, 3)
    assert b"missing.txt: No such file" in again.stderr
    assert json.loads(citebound("status", "--format", "json").stdout)["waiting"] == 1
    told = [json.loads(line) for line in citebound("log", "--format", "json").stdout.splitlines()]
    assert [each["what"] for each in told] == ["received"]


def test_a_purge_erases_the_bytes(citebound, tmp_path):
    (tmp_path / "a.txt").write_bytes(REPORT)
    ident = citebound("enqueue", "a.txt").stdout.decode().strip()
    kept = Place(folder=tmp_path / "citebound-store").spool.path_of(ident)
    assert kept.read_bytes() == REPORT
    assert citebound("purge", ident[:8]).returncode == 0
    assert not kept.exists()
    assert f"{ident} purged" in citebound("status", ident).stdout.decode()


def test_a_purge_that_cannot_erase_is_told_and_can_be_asked_for_again(citebound, tmp_path):
    (tmp_path / "a.txt").write_bytes(REPORT)
    ident = citebound("enqueue", "a.txt").stdout.decode().strip()
    kept = Place(folder=tmp_path / "citebound-store").spool.path_of(ident)
    kept.unlink()
    kept.mkdir()
    done = citebound("purge", ident[:8])
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert b"cannot erase" in done.stderr
    kept.rmdir()
    assert citebound("purge", ident[:8]).returncode == 0


def test_replay_says_when_there_is_nothing_to_do(citebound, tmp_path):
    (tmp_path / "a.txt").write_bytes(REPORT)
    ident = citebound("enqueue", "a.txt").stdout.decode().strip()
    assert b"nothing is quarantined" in citebound("replay", "--failed").stderr
    assert b"waiting or being worked on already" in citebound("replay", ident).stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("enqueue", "a", "b", "--name", "c"),
        ("replay",),
        ("replay", "--failed", "abcdef"),
        ("status", "abcdef"),
        ("purge", "zz"),
    ],
)
def test_wrong_usage_is_one_clear_line(citebound, arguments):
    done = citebound(*arguments)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [("status",), ("log",), ("replay", "--failed"), ("purge", "abcdef")],
    ids=lambda value: value[0],
)
def test_a_store_that_is_not_there_is_told_and_not_made(citebound, tmp_path, arguments):
    done = citebound(*arguments, "--store", "typo")
    assert done.returncode == 2
    assert b"there is no ledger in typo" in done.stderr
    assert not (tmp_path / "typo").exists()


def test_a_store_that_is_no_folder_is_told(citebound, tmp_path):
    (tmp_path / "a.txt").write_bytes(REPORT)
    assert b"--store a.txt: it is no folder" in citebound("enqueue", "a.txt", "--store", "a.txt").stderr


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="this system does not list open files")
def test_a_command_closes_the_ledger_that_it_opened(citebound, tmp_path):
    (tmp_path / "a.txt").write_bytes(REPORT)
    gc.disable()  # nobody else tidies up
    try:
        for command in (("enqueue", "a.txt"), ("status",), ("log",), ("doctor",)):
            assert citebound(*command).returncode == 0
            still_open = {
                str(Path(f"/proc/self/fd/{number}").resolve()) for number in os.listdir("/proc/self/fd")
            }
            assert not [path for path in still_open if path.startswith(str(tmp_path))], command
    finally:
        gc.enable()


def test_a_missing_extra_is_one_clear_line(process, tmp_path):
    (tmp_path / "sqlalchemy.py").write_text("raise ImportError('not here')")
    done = process("status", env={"PYTHONPATH": str(tmp_path)})
    assert (done.returncode, done.stderr.decode().strip()) == (
        2,
        "citebound: the upload workflow needs an extra: pip install 'citebound[workflow]'",
    )


def test_sixty_four_at_once_are_one_job(store, tmp_path):
    ledger, spool = store
    (tmp_path / "a.txt").write_bytes(REPORT * 1000)
    with ThreadPoolExecutor(64) as pool:
        receipts = list(pool.map(lambda _: take_in(ledger, spool, tmp_path / "a.txt", "setup"), range(64)))
    assert len(set(receipts)) == 1
    assert len(kept_files(spool)) == 1


def test_the_sidecar_file_is_taken_along_and_asks_anew(store, tmp_path):
    ledger, spool = store
    report = tmp_path / "a.txt"
    report.write_bytes(REPORT)
    plain = take_in(ledger, spool, report, "setup")
    (tmp_path / "a.txt.citebound.toml").write_text('[record]\nsymbol = "A/1"\n')
    decided = take_in(ledger, spool, report, "setup")
    assert plain.document == decided.document
    assert plain.key != decided.key
    assert spool.sidecar_of(decided.decisions).read_text().startswith("[record]")
    assert history(ledger)[-1].detail == {"sidecar": decided.decisions, "supply": 1}


def test_the_key_hangs_on_all_that_the_result_hangs_on():
    base = ("d", "setup", "a.txt", None)
    keys = {
        key_of(*base),
        key_of("e", *base[1:]),
        key_of("d", "x", *base[2:]),
        key_of("d", "setup", "a.html", None),
    }
    assert len(keys | {key_of(*base[:3], "decided")}) == 5
    assert key_of("d", "setup", "b.TXT", None) == key_of(*base), "the name but for its ending does not matter"


@pytest.mark.parametrize("name", ["../../etc/passwd", "a\0b", "\u202etxt.exe", "x" * 5000])
def test_what_the_client_called_it_is_never_a_path(store, tmp_path, name):
    ledger, spool = store
    (tmp_path / "a.txt").write_bytes(REPORT)
    taken = take_in(ledger, spool, tmp_path / "a.txt", "setup", name=name)
    assert kept_files(spool) == [spool.path_of(taken.document)]


@pytest.mark.parametrize("kind", ["fifo", "folder", "device", "link"])
def test_only_regular_files_are_opened(tmp_path, kind):
    path = tmp_path / "x"
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "link":
        path.symlink_to("/etc/hostname")
    elif kind == "folder":
        path.mkdir()
    with pytest.raises(UnreadableError):
        open_regular("/dev/null" if kind == "device" else path, follow=False)


def test_a_full_disk_leaves_nothing_half(tmp_path):
    spool = Spool(tmp_path / "spool")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            spool.keep(BytesIO(b"x" * 100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert kept_files(spool) == []
    assert spool.keep(BytesIO(b"x" * 100_000)).bytes == 100_000
