"""A kill at any step loses nothing, publishes nothing twice, and leaves nothing half."""

import os
import signal
import time
from datetime import datetime
from importlib import import_module
from pathlib import Path

import pytest

pytest.importorskip("sqlalchemy")
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")


def killer(place, name, *, when, ancestor=False):
    """Prepares a process to be killed before or after a function is called, there or (in its child) from below."""
    own = os.getpid()

    def strike():
        os.kill(os.getppid() if ancestor and os.getpid() != own else os.getpid(), signal.SIGKILL)
        time.sleep(10)

    def prepare():
        nonlocal own
        own = os.getpid()
        module, _, member = place.partition(":")
        owner = import_module(module)
        owner = getattr(owner, member) if member else owner
        original = getattr(owner, name)

        def struck(*arguments, **named):
            if when == "before":
                strike()
            result = original(*arguments, **named)
            strike()
            return result

        setattr(owner, name, struck)

    return prepare


TAKING_IN = {
    "receive": ("citebound_hooks.intake.taking_in", "_keep", "before"),
    "fsync": ("os", "fsync", "before"),
    "rename": ("pathlib:Path", "replace", "before"),
    "renamed": ("pathlib:Path", "replace", "after"),
    "enter": ("citebound_hooks.intake.taking_in", "receive", "before"),
    "entered": ("citebound_hooks.intake.taking_in", "receive", "after"),
}
WORKING = {
    "claim": ("citebound_hooks.worker.leases", "claim", "before"),
    "claiming": ("citebound_hooks.worker.leases", "claim", "after"),
    "claimed": ("citebound_hooks.worker.crew:Crew", "begin", "before"),
    "parse": ("citebound.workflow:Workflow", "read", "before"),
    "render": ("citebound.workflow:Workflow", "render", "before"),
    "rendered": ("citebound.workflow:Workflow", "render", "after"),
    "publish": ("citebound_hooks.worker.publishing:Publisher", "publish", "before"),
    "fsync": ("os", "fsync", "before"),
    "rename": ("pathlib:Path", "replace", "before"),
    "renamed": ("pathlib:Path", "replace", "after"),
    "published": ("citebound_hooks.worker.supervisor", "enter", "before"),
    "acknowledge": ("citebound_hooks.ledger.closing", "finish", "after"),
    "acknowledged": ("citebound_hooks.worker.journal:Journal", "tell", "before"),
}
IN_THE_CHILD = {"parse", "render", "rendered"}
ROUNDS = range(int(os.environ.get("CITEBOUND_KILLS", "1")))
"""How often to kill at each step; set it to 20 for the proof."""


def report(step, number):
    return f"A bridge\n\nThe mayor said that bridge {step} {number} was built.\n".encode()


@pytest.mark.parametrize("step", TAKING_IN)
def test_killed_while_taking_in(office, step):
    place, name, when = TAKING_IN[step]
    for number in ROUNDS:
        content = report(step, number)
        prepared = killer(place, name, when=when)
        assert (
            office.run(lambda content=content: office.take_in(content), prepared=prepared) == -signal.SIGKILL
        )
        before = office.status().documents
        assert before == number + (step == "entered"), "entered wholly or not at all"
        document = office.take_in(content)
        assert office.status().documents == number + 1
        kept = office.place().spool.path_of(document)
        assert kept.read_bytes() == content
        assert [event.what for event in office.history(document)] == ["received"]


@pytest.mark.parametrize("step", WORKING)
def test_killed_while_working(office, step):
    office.lease = 0.1
    place, name, when = WORKING[step]
    for number in ROUNDS:
        document = office.take_in(report(step, number))
        prepared = killer(place, name, when=when, ancestor=step in IN_THE_CHILD)
        assert office.run(office.work, prepared=prepared) == -signal.SIGKILL
        killed = time.time()
        assert office.run(office.work) == 0
        lines = office.history(document)
        told = [event.what for event in lines]
        again = max(datetime.fromisoformat(event.at) for event in lines if event.what == "claimed")
        assert again.timestamp() < killed + office.lease + 2
        assert told.count("outcome") == told.count("delivered") == 1
        assert f"{document}.briefing.pdf" in office.published()
    assert len(office.published()) == office.status().documents == len(ROUNDS)


def test_what_a_killed_worker_wrote_is_not_written_again(office):
    document = office.take_in()
    prepared = killer("citebound_hooks.ledger.closing", "finish", when="before")
    office.run(office.work, prepared=prepared)
    target = office.out / f"{document}.briefing.pdf"
    first = target.stat()
    assert office.run(office.work) == 0
    assert (target.stat().st_ino, target.stat().st_mtime_ns) == (first.st_ino, first.st_mtime_ns)


def test_the_child_dies_with_its_worker(office):
    mark = office.folder / "child"

    def prepared():
        import citebound_hooks.worker.supervisor as supervisor

        def endless(*_):
            mark.write_text(str(os.getpid()))
            time.sleep(60)

        supervisor.work_on = endless

    office.take_in()
    worker = office.start(office.work, prepared=prepared)
    office.wait_until(lambda: mark.exists() and mark.read_text())
    os.kill(worker, signal.SIGKILL)
    os.waitpid(worker, 0)
    child = Path("/proc") / mark.read_text()
    office.wait_until(lambda: not child.exists() or "State:\tZ" in (child / "status").read_text())
