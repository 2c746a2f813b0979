"""Each document ends in exactly one outcome, whatever it is and whatever happens around it."""

import errno
import faulthandler
import os
import signal
import sqlite3
import time
from io import BytesIO

import pytest

pytest.importorskip("sqlalchemy")

from citebound.errors import CiteboundError, PluginError
from citebound_hooks.worker.isolation import can_cut_network

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")


def encrypted_pdf():
    import pypdf

    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="AES-256")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def blank_pdf():
    import pypdf

    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def stand_in(behaviour):
    """Prepares a worker whose reading behaves in another way."""

    def prepare():
        import citebound_hooks.worker.supervisor as supervisor

        supervisor.work_on = behaviour
        supervisor.closing.pause_after = lambda _: 0.05

    return prepare


def burn(*_):
    while True:
        pass


def hoard(*_):
    return bytearray(5 << 30)


def litter(_steps, spool, _job):
    with (spool.folder / "litter").open("wb") as file:
        for _ in range(129):
            file.write(b"x" * (1 << 20))


def crash(*_):
    faulthandler.disable()
    os.kill(os.getpid(), signal.SIGSEGV)


def sleep(*_):
    time.sleep(60)


def let_escape(*_):
    raise KeyError("/Root")


def fail_as_plugin(*_):
    raise PluginError("the plugin that reads failed")


def lose_the_disk(*_):
    raise OSError(errno.EIO, os.strerror(errno.EIO))


@pytest.mark.parametrize(
    ("content", "name", "outcome"),
    [
        (b"A bridge\n\nA bridge was built.\n", "report.txt", "published-with-warnings"),
        (b"", "empty.txt", "no-text"),
        (blank_pdf(), "scan.pdf", "no-text"),
        (encrypted_pdf(), "locked.pdf", "encrypted"),
        (b"\x7fELF" + bytes(64), "program", "unsupported"),
        (b"%PDF-1.7\nnothing", "broken.pdf", "quarantined"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_it_is_decides_the_outcome(office, content, name, outcome):
    document = office.take_in(content, name)
    assert office.run(office.work) == 0
    standing = office.standing(document)
    assert (standing.state, standing.outcome) == ("done", outcome)
    assert bool(standing.reason) == (not outcome.startswith("published"))
    assert [event.what for event in office.history(document)].count("outcome") == 1
    assert len(office.published()) == outcome.startswith("published")
    assert office.place().spool.path_of(document).read_bytes() == content


@pytest.mark.parametrize(
    ("behaviour", "reason", "attempts"),
    [
        (burn, "needs more than 1 s of processor time", 1),
        (hoard, "needs more than 4096 MiB of memory", 1),
        (litter, "makes files larger than 128 MiB", 1),
        (crash, "SIGSEGV", 3),
        (sleep, "took longer than 0.3 s", 3),
        (let_escape, "KeyError", 3),
        (fail_as_plugin, "PluginError: the plugin that reads failed", 3),
        (lose_the_disk, "OSError: [Errno 5] Input/output error", 3),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_a_document_uses_up_or_breaks_quarantines_it(office, behaviour, reason, attempts):
    from citebound_hooks.worker.limits import Limits

    wall = 0.3 if behaviour is sleep else 20
    office.limits = Limits(cpu_seconds=1, memory_mib=4096, wall_seconds=wall)
    document = office.take_in()
    assert office.run(office.work, prepared=stand_in(behaviour)) == 0
    assert office.standing(document).outcome == "quarantined"
    assert reason in office.standing(document).reason
    assert [event.what for event in office.history(document)].count("claimed") == attempts
    assert office.published() == []


def test_replay_gives_a_quarantined_document_another_chance(office):
    from citebound_hooks.ledger.asking_anew import replay

    document = office.take_in()
    office.run(office.work, prepared=stand_in(let_escape))
    assert office.asked(replay) == [document]
    office.run(office.work)
    assert office.standing(document).outcome == "published-with-warnings"


@pytest.mark.parametrize("error", ["PluginError: reader failed: MemoryError: no message", "MemoryError"])
def test_a_plugin_without_memory_is_the_documents_size(error):
    from citebound_hooks.worker.steps import _raise_if_out_of_memory

    with pytest.raises(MemoryError):
        _raise_if_out_of_memory(error)


def test_a_plugin_that_fails_once_is_tried_again(office):
    mark = office.folder / "failed"

    def fail_once(steps, spool, job):
        from citebound_hooks.worker.steps import work_on

        if not mark.exists():
            mark.touch()
            return work_on(None, spool, job)
        return work_on(steps, spool, job)

    document = office.take_in()
    office.run(office.work, prepared=stand_in(fail_once))
    assert office.standing(document).outcome == "published-with-warnings"
    assert [e.what for e in office.history(document)].count("failed") == 1


def refuse_to_write(*_):
    raise CiteboundError("out/x.pdf: cannot write the briefing: Read-only file system")


def test_an_output_that_cannot_be_written_holds_the_document_until_it_can(office):
    def prepared():
        from citebound_hooks.worker.publishing import Publisher

        Publisher.publish = refuse_to_write

    document = office.take_in()
    assert office.run(office.work, prepared=prepared) == 0
    held = [event for event in office.history(document) if event.what == "held"]
    assert "Read-only" in held[0].detail["reason"]
    assert office.status().waiting == 1
    office.wait_until(lambda: office.run(office.work) == 0 and office.status().waiting == 0)
    assert office.published() == [f"{document}.briefing.pdf"]


def test_a_missing_output_folder_holds_the_document(office):
    document = office.take_in()
    office.out.rmdir()
    assert office.run(office.work) == 0
    assert "held" in [event.what for event in office.history(document)]
    office.out.mkdir()
    office.wait_until(lambda: office.run(office.work) == 0 and office.status().waiting == 0)
    assert office.published() == [f"{document}.briefing.pdf"]


def test_a_full_disk_holds_the_document(office):
    def full(*_):
        raise OSError(28, "No space left on device")

    document = office.take_in()
    office.run(office.work, prepared=stand_in(full))
    held = [event for event in office.history(document) if event.what == "held"]
    assert held[0].detail["reason"] == "the disk of the store is full"
    assert office.standing(document).state == "waiting"


def test_a_locked_ledger_is_waited_for(office):
    def prepared():
        import citebound_hooks.ledger.database as database

        open_ledger = database.open_ledger
        database.open_ledger = lambda address, folder: open_ledger(address, folder, busy_seconds=0.05)

    def hold():
        holder = sqlite3.connect(office.store / "ledger.db", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        (office.folder / "held").touch()
        time.sleep(1)

    document = office.take_in()
    holder = office.start(hold)
    office.wait_until((office.folder / "held").exists)
    worker = office.start(office.work, prepared=prepared)
    time.sleep(0.5)
    assert office.published() == []
    assert [os.waitpid(pid, 0)[1] for pid in (holder, worker)] == [0, 0]
    assert office.published() == [f"{document}.briefing.pdf"]


def test_a_kept_copy_that_was_changed_is_told(office):
    document = office.take_in()
    office.place().spool.path_of(document).write_bytes(b"something else")
    office.run(office.work)
    assert "was changed" in office.standing(document).reason


def test_two_workers_share_the_work_and_do_nothing_twice(office):
    office.lease = 5
    documents = [office.take_in(f"A bridge\n\nBridge {number} was built.\n".encode()) for number in range(12)]
    workers = [office.start(office.work) for _ in range(2)]
    assert [os.waitpid(pid, 0)[1] for pid in workers] == [0, 0]
    assert office.published() == sorted(f"{document}.briefing.pdf" for document in documents)
    told = [event.what for event in office.history()]
    assert told.count("claimed") == told.count("outcome") == 12


@pytest.mark.slow
@pytest.mark.parametrize("signals", [1, 2])
def test_a_worker_that_is_asked_to_stop_finishes_or_gives_back(office, tmp_path, signals):
    import subprocess
    import sys

    slow = tmp_path / "slow.py"
    slow.write_text(
        "import time\nfrom citebound import hookimpl\n"
        "@hookimpl\ndef citebound_read(upload):\n"
        "    if upload.filename and upload.filename.startswith('slow'): time.sleep(3)\n"
    )
    document = office.take_in(name="slow.txt")
    worker = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "citebound",
            "--plugin",
            str(slow),
            "work",
            "--store",
            office.store,
            "-o",
            office.out,
        ],
        stderr=subprocess.PIPE,
    )
    office.wait_until(lambda: "claimed" in [event.what for event in office.history(document)])
    for _ in range(signals):
        worker.send_signal(signal.SIGTERM)
        time.sleep(0.3)
    assert worker.wait(20) == 0
    worker.stderr.close()
    standing = office.standing(document)
    assert standing.state == ("done" if signals == 1 else "waiting")
    assert [event.what for event in office.history(document)][-1] == (
        "outcome" if signals == 1 else "given-back"
    )


def test_the_child_has_no_network_where_the_kernel_allows(office):
    def look(*_):
        from citebound_hooks.worker.values import Worked

        with open("/proc/net/dev") as devices:
            names = [line.split(":")[0].strip() for line in devices.readlines()[2:]]
        return Worked(outcome="quarantined", reason=",".join(names))

    if not can_cut_network():
        pytest.skip("this kernel lets no process leave the network")
    document = office.take_in()
    office.run(office.work, prepared=stand_in(look))
    assert office.standing(document).reason == "lo"
