"""What goes wrong around a document is a clear outcome, and the work resumes by itself when it is mended.

The disks are real: small file systems in memory, mounted where only the worker under test sees them.
"""

import ctypes
import os
import sqlite3
import time
from pathlib import Path

import pytest

pytest.importorskip("sqlalchemy")
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

NEW_MOUNTS, NEW_USER = 0x00020000, 0x10000000  # linux/sched.h
READ_ONLY, REMOUNT = 1, 32  # linux/mount.h
REPORT = b"A bridge\n\nThe mayor said that bridge %d was built.\n"


def mount(folder, options, flags=0):
    library = ctypes.CDLL(None, use_errno=True)
    if library.mount(b"tmpfs", str(folder).encode(), b"tmpfs", flags, options.encode()):
        raise OSError(ctypes.get_errno(), "mount")


def among_themselves():
    """Gives this process mounts of its own; a user who is not root becomes one inside."""
    library = ctypes.CDLL(None, use_errno=True)
    user, group = os.getuid(), os.getgid()
    if library.unshare(NEW_MOUNTS | (0 if user == 0 else NEW_USER)):
        raise OSError(ctypes.get_errno(), "unshare")
    if user:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"0 {user} 1")
        Path("/proc/self/gid_map").write_text(f"0 {group} 1")
    if library.mount(
        b"none", b"/", None, 0x44000, None
    ):  # private, and all below it: nobody else sees what comes
        raise OSError(ctypes.get_errno(), "mount")


@pytest.fixture
def mounting(office):
    """Skips where processes may not mount."""

    def attempt():
        among_themselves()
        mount(office.out, "size=64k")

    if office.run(attempt) != 0:
        pytest.skip("this system lets no process mount")


def fill(folder):
    with (folder / "ballast").open("wb", buffering=0) as ballast:
        try:
            while ballast.write(bytes(1024)):
                pass
        except OSError:
            return


class Mending:
    """Breaks something, and mends it when the worker has said so."""

    def __init__(self, office, mend, spoil=lambda: None):
        self.office, self.mend, self.mended = office, mend, False
        self.spoil, self.begun = spoil, None

    def __call__(self):
        if self.begun is None:
            self.begun = time.monotonic()
            self.spoil()
        if not self.mended and self.seen():
            self.mend()
            self.mended = True

    def seen(self):
        return time.monotonic() > self.begun + 1


@pytest.mark.parametrize("fault", ["full", "read-only"])
def test_an_output_that_cannot_be_written_holds_documents_until_it_can(office, mounting, fault):
    documents = [office.take_in(REPORT % number) for number in range(3)]

    def mend():
        if fault == "full":
            (office.out / "ballast").unlink()
        else:
            mount(office.out, "", REMOUNT)

    def work():
        among_themselves()
        mount(office.out, "size=512k")
        if fault == "full":
            fill(office.out)
        else:
            mount(office.out, "", REMOUNT | READ_ONLY)
        mending = Mending(office, mend)
        mending.seen = lambda: office.status().held == len(documents)
        while not mending.mended or office.status().waiting:
            office.work(meanwhile=mending)
            time.sleep(0.05)
        assert office.published() == sorted(f"{document}.briefing.pdf" for document in documents)

    assert office.run(work) == 0
    reasons = {event.detail["reason"] for event in office.history() if event.what == "held"}
    assert len(reasons) == 3, "one clear reason each"
    wanted = {"full": "No space left on device", "read-only": "Read-only file system"}[fault]
    assert all(wanted in reason for reason in reasons)
    for document in documents:
        told = [event.what for event in office.history(document)]
        assert told.count("outcome") == told.count("delivered") == 1
        assert "failed" not in told


def test_a_store_that_is_full_is_told_and_the_work_resumes(office, mounting, capfd):
    def work():
        mount_and_copy(office)
        documents = [office.take_in(REPORT % number) for number in range(3)]
        office.work(meanwhile=Mending(office, (office.store / "ballast").unlink, lambda: fill(office.store)))
        assert office.published() == sorted(f"{document}.briefing.pdf" for document in documents)
        for document in documents:
            assert [event.what for event in office.history(document)].count("outcome") == 1

    assert office.run(work) == 0
    assert "full" in capfd.readouterr().err


def mount_and_copy(office):
    """Puts the store on a small disk."""
    ledger = (office.store / "ledger.db").read_bytes()
    among_themselves()
    mount(office.store, "size=2m")
    (office.store / "ledger.db").write_bytes(ledger)


def test_an_upload_that_does_not_fit_is_refused_whole(office, mounting):
    from citebound.errors import CiteboundError

    def take_in():
        mount_and_copy(office)
        office.take_in(b"before")
        fill(office.store)
        with pytest.raises(CiteboundError, match=r"is the disk full|is full|No space left"):
            office.take_in(b"x" * 100_000)
        (office.store / "ballast").unlink()
        assert office.status().documents == 1
        assert not list(office.store.glob("spool/*.part"))
        office.take_in(b"x" * 100_000)
        assert office.status().documents == 2

    assert office.run(take_in) == 0


def test_a_clock_that_is_set_back_or_forward_changes_nothing(office):
    """By a day each, again and again, while documents are leased, fail and wait."""
    documents = [office.take_in(REPORT % number) for number in range(6)]
    begun = time.monotonic()

    def jumping():
        return time.time() + ((time.monotonic() - begun) // 0.3 % 3 - 1) * 86_400

    def work():
        import citebound_hooks.worker.supervisor as supervisor

        original = supervisor.work_on

        def fail_at_first(steps, spool, job):
            if job.attempts == 0:
                raise KeyError
            time.sleep(0.3)
            return original(steps, spool, job)

        supervisor.work_on = fail_at_first
        office.lease = 2
        office.work(clock=jumping)

    assert office.run(work) == 0
    for document in documents:
        told = [event.what for event in office.history(document)]
        assert (told.count("outcome"), told.count("failed")) == (1, 1)
    assert office.published() == sorted(f"{document}.briefing.pdf" for document in documents)


def test_a_ledger_that_is_locked_while_results_come_is_waited_for(office):
    documents = [office.take_in(REPORT % number) for number in range(4)]

    def prepared():
        import citebound_hooks.ledger.database as database

        open_ledger = database.open_ledger
        database.open_ledger = lambda address, folder: open_ledger(address, folder, busy_seconds=0.05)

    def hold():
        for _ in range(5):
            holder = sqlite3.connect(office.store / "ledger.db", isolation_level=None, timeout=20)
            holder.execute("BEGIN IMMEDIATE")
            time.sleep(0.4)
            holder.execute("ROLLBACK")
            holder.close()
            time.sleep(0.1)

    holder = office.start(hold)
    worker = office.start(office.work, prepared=prepared)
    assert [os.waitpid(pid, 0)[1] for pid in (holder, worker)] == [0, 0]
    for document in documents:
        assert [event.what for event in office.history(document)].count("outcome") == 1
    assert len(office.published()) == 4


def test_what_was_left_half_written_is_removed_or_holds_the_document(office, mounting):
    """A worker was killed while it wrote; the next one finds what it left, on a disk that is read-only by now."""
    document = office.take_in(REPORT % 1)

    def work():
        among_themselves()
        mount(office.out, "size=512k")
        left = office.out / f".{document}.briefing.pdf.7.part"
        left.write_bytes(b"half")
        office.asked(lambda ledger: claim(ledger, "killed", 0.01))
        time.sleep(0.1)
        mount(office.out, "", REMOUNT | READ_ONLY)
        mending = Mending(office, lambda: mount(office.out, "", REMOUNT))
        mending.seen = lambda: office.status().held == 1
        while not mending.mended or office.status().waiting:
            office.work(meanwhile=mending)
            time.sleep(0.05)
        assert office.published() == [f"{document}.briefing.pdf"]

    from citebound_hooks.ledger.leasing import claim

    assert office.run(work) == 0
    held = [event.detail["reason"] for event in office.history(document) if event.what == "held"]
    assert "cannot be removed: Read-only file system" in held[0]
