"""`citebound watch`: complete files only, nothing odd, everything told."""

import json
import os
import signal
import subprocess
import sys
import time
from hashlib import sha256

import pytest

pytest.importorskip("sqlalchemy")
pytest.importorskip("watchfiles")

from citebound.errors import UnreadableError
from citebound_hooks.inbox.folder import Inbox, refuse_odd
from citebound_hooks.inbox.names import is_left_alone, objection

REPORT = b"A bridge\n\nA bridge was built.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "inbox").mkdir()
    return tmp_path / "inbox"


@pytest.mark.parametrize(
    ("name", "left"),
    [
        (".hidden", True),
        ("report.pdf.part", True),
        ("report.CRDOWNLOAD", True),
        ("report.txt~", True),
        ("report.txt.citebound.toml", True),
        ("report.pdf", False),
    ],
)
def test_names_that_are_left_alone(name, left):
    assert is_left_alone(name) == left


@pytest.mark.parametrize(
    "name", ["a\nb.pdf", "\u202efdp.exe", "a\x1b[2J.pdf", "-rf.pdf", "a\udcff.pdf", "a\u200b.pdf"]
)
def test_names_that_are_refused(name):
    assert "rename it" in objection(name)


@pytest.mark.parametrize("name", ["rapport été.pdf", "تقرير.html", "A_78-1 (final).pdf", "..pdf.txt"])
def test_names_that_are_taken(name):
    assert objection(name) is None


def test_a_file_that_grows_is_not_complete(folder, clock):
    inbox = Inbox(folder, 1.0, clock)
    path = folder / "a.txt"
    for size in (10, 20, 30):
        path.write_bytes(b"x" * size)
        assert list(inbox.complete()) == []
        clock.now += 0.9
    clock.now += 0.1
    assert list(inbox.complete()) == [path]
    assert inbox.settling
    inbox.taken(path)
    assert list(inbox.complete()) == []
    assert not inbox.settling


@pytest.mark.parametrize("changed", ["a.txt", "a.txt.citebound.toml"])
def test_a_file_that_changes_or_is_decided_on_is_taken_again(folder, clock, changed):
    inbox = Inbox(folder, 0, clock)
    (folder / "a.txt").write_bytes(b"x")
    list(inbox.complete())
    inbox.taken(folder / "a.txt")
    (folder / changed).write_bytes(b"changed")
    assert list(inbox.complete()) == [folder / "a.txt"]


def test_a_quick_look_passes_over_what_was_taken(folder, clock):
    inbox = Inbox(folder, 0, clock)
    (folder / "a.txt").write_bytes(b"x")
    list(inbox.complete())
    inbox.taken(folder / "a.txt")
    (folder / "a.txt").write_bytes(b"changed")
    (folder / "b.txt").write_bytes(b"new")
    assert list(inbox.complete(thorough=False)) == [folder / "b.txt"]
    assert list(inbox.complete()) == [folder / "a.txt", folder / "b.txt"]


def test_quick_looks_let_a_change_settle(folder, clock):
    inbox = Inbox(folder, 1.0, clock)
    (folder / "a.txt").write_bytes(b"x")
    list(inbox.complete())
    inbox.taken(folder / "a.txt")
    (folder / "a.txt").write_bytes(b"changed")
    assert list(inbox.complete()) == []
    clock.now += 0.6
    assert list(inbox.complete(thorough=False)) == []
    clock.now += 0.6
    assert list(inbox.complete(thorough=False)) == [folder / "a.txt"]


@pytest.mark.parametrize("kind", ["link", "folder", "name"])
def test_what_is_odd_is_refused(folder, kind):
    path = folder / "odd"
    if kind == "link":
        path.symlink_to("/etc/hostname")
    elif kind == "folder":
        path.mkdir()
    else:
        path = folder / "a\nb"
        path.write_bytes(b"x")
    with pytest.raises(UnreadableError):
        refuse_odd(path)


def test_one_look_takes_all_and_tells_what_it_refuses(process, folder, tmp_path):
    (folder / "good.txt").write_bytes(REPORT)
    (folder / "more.part").write_bytes(REPORT)
    (folder / "link.txt").symlink_to(folder / "good.txt")
    (folder / "sub").mkdir()
    (folder / "bad.txt").write_bytes(b"x")
    (folder / "bad.txt.citebound.toml").write_text("nonsense = 1")
    os.mkfifo(folder / "pipe.txt")
    done = process("watch", folder, "--once", "--settle", "0", "-o", "out", "--log", "json")
    assert done.returncode == 0
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert sorted(each["name"] for each in told if each["what"] == "refused:") == [
        "bad.txt",
        "link.txt",
        "pipe.txt",
        "sub",
    ]
    ident = sha256(REPORT).hexdigest()
    assert [path.name for path in (tmp_path / "out").iterdir()] == [f"{ident}.briefing.pdf"]
    log = [json.loads(line)["what"] for line in process("log", "--format", "json").stdout.splitlines()]
    assert log.count("refused") == 4
    assert (folder / "good.txt").exists()


def test_files_are_worked_on_as_they_come(folder, tmp_path):
    arguments = ["watch", folder, "--settle", "0.2", "--remove", "-o", tmp_path / "out"]
    worker = subprocess.Popen(
        [sys.executable, "-m", "citebound", *map(str, arguments)], cwd=tmp_path, stderr=subprocess.PIPE
    )
    try:
        contents = [REPORT + b"Number %d.\n" % number for number in range(3)]
        for number, content in enumerate(contents):
            (folder / f"{number}.txt").write_bytes(content)
        wanted = {f"{sha256(content).hexdigest()}.briefing.pdf" for content in contents}
        end = time.monotonic() + 25
        while {path.name for path in (tmp_path / "out").glob("*.pdf")} != wanted and time.monotonic() < end:
            time.sleep(0.1)
    finally:
        worker.send_signal(signal.SIGTERM)
        _, said = worker.communicate(timeout=20)
    assert {path.name for path in (tmp_path / "out").iterdir()} == wanted, said
    assert worker.returncode == 0
    assert list(folder.iterdir()) == []


class Stubborn:
    """An inbox, ledger and journal around a folder from which nothing can be removed."""

    def __init__(self, folder, ledger, store):
        from citebound_hooks.inbox.taking import Taker

        self.told = []
        self.inbox = Inbox(folder, 0)
        journal = type("Journal", (), {"tell": lambda _, what, **detail: self.told.append((what, detail))})()
        self.taker = Taker(self.inbox, ledger, store.spool, "setup", remove=True, journal=journal)


def test_a_file_that_cannot_be_removed_holds_no_other_up(folder, ledger, store_in, tmp_path, monkeypatch):
    from citebound_hooks.ledger.standing import status_of_all

    for name in ("a.txt", "b.txt"):
        (folder / name).write_bytes(REPORT + name.encode())

    def refuse(path, missing_ok=False):
        if path.suffix == ".txt":
            raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.unlink", refuse)
    stubborn = Stubborn(folder, ledger, store_in(tmp_path / "store"))
    for _ in range(2):
        stubborn.taker.look()
    assert [(what, detail["name"]) for what, detail in stubborn.told] == [
        ("kept:", "a.txt"),
        ("kept:", "b.txt"),
    ]
    assert "Permission denied" in stubborn.told[0][1]["reason"]
    assert status_of_all(ledger).waiting == 2


def test_what_cannot_be_entered_stays_and_is_taken_later(folder, ledger, store_in, tmp_path):
    from citebound_hooks.ledger.standing import status_of_all

    (folder / "a.txt").write_bytes(REPORT)
    stubborn = Stubborn(folder, ledger, store_in(tmp_path / "store"))
    with ledger.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE jobs RENAME TO away")
    stubborn.taker.look()
    assert [what for what, _ in stubborn.told] == ["waits:"]
    assert (folder / "a.txt").exists()
    with ledger.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE away RENAME TO jobs")
    stubborn.taker.look()
    assert not (folder / "a.txt").exists()
    assert status_of_all(ledger).waiting == 1
