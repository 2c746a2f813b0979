"""What the upload workflow costs besides the work itself: milliseconds a document.

    python tests/benchmarks/engine.py [--documents 200] [--rounds 3] [REPORT...]

The same documents are briefed in process, one after the other, and then taken in and worked on by a worker with one
child at a time; the difference is what ledger, isolation and publication cost. Processor time (the worker's and its
children's) and time on the clock are both printed, for other programs may share the machine. Without reports of your
own it takes small ones that are made up. Prints figures of this run; asserts nothing.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import NamedTuple

from citebound.model import Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow
from citebound_hooks.intake.taking_in import take_in
from citebound_hooks.ledger.place import Place
from citebound_hooks.worker.journal import Journal
from citebound_hooks.worker.limits import Limits
from citebound_hooks.worker.orders import Orders
from citebound_hooks.worker.supervisor import Supervisor
from citebound_hooks.worker.warming import warm_up


class Spent(NamedTuple):
    """Milliseconds a document."""

    processor: float
    clock: float


def made_up(number: int) -> list[bytes]:
    """Returns small reports, each another."""
    text = "Bridge {0}\n\nThe mayor said on 4 May 2020 that bridge {0} was built (Daily Note, May 4).\n"
    return [text.format(each).encode() for each in range(number)]


def spent(work: Callable[[], None], number: int) -> Spent:
    """Runs the work in a process of its own, so that neither warms the other up."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        begun, before = time.perf_counter(), _processor_seconds()
        work()
        figures = (_processor_seconds() - before, time.perf_counter() - begun)
        os.write(writing, repr(figures).encode())
        os._exit(0)
    os.waitpid(pid, 0)
    os.close(writing)
    with os.fdopen(reading) as told:
        processor, clock = map(float, told.read().strip("()").split(","))
    return Spent(processor * 1000 / number, clock * 1000 / number)


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def in_process(workflow: Workflow, reports: Sequence[bytes]) -> None:
    """Reads, describes, extracts, checks and renders; writes nothing."""
    for content in reports:
        for briefing in workflow.brief(Upload(content=content, filename="report.txt")):
            workflow.render(briefing)


def taken_in(folder: Path, reports: Sequence[bytes]) -> None:
    """Takes the reports in, as `citebound enqueue` does."""
    ledger, spool, upload = Place(folder=folder).open(), Place(folder=folder).spool, folder / "report.txt"
    for content in reports:
        upload.write_bytes(content)
        take_in(ledger, spool, upload, "setup")


def worked_on(workflow: Workflow, folder: Path) -> None:
    """Works on all that was taken in, as `citebound work --once --concurrency 1` does."""
    (folder / "out").mkdir()
    orders = Orders(
        place=Place(folder=folder),
        out=folder / "out",
        concurrency=1,
        once=True,
        lease_seconds=10,
        limits=Limits(),
    )
    session = SimpleNamespace(workflow=workflow, fingerprint="setup", components=workflow.registry.components)
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    Supervisor(session, Place(folder=folder).open(), orders, Journal("json")).run()


def measured(workflow: Workflow, reports: Sequence[bytes]) -> dict[str, Spent]:
    """Returns what each way costs, in one round."""
    with TemporaryDirectory() as folder:
        place, number = Path(folder), len(reports)
        Place(folder=place).open().engine.dispose()
        return {
            "in process": spent(lambda: in_process(workflow, reports), number),
            "taking in": spent(lambda: taken_in(place, reports), number),
            "worker": spent(lambda: worked_on(workflow, place), number),
        }


def main() -> None:
    parser = argparse.ArgumentParser(description="What the upload workflow costs besides the work itself.")
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    told = parser.parse_args()
    reports = [path.read_bytes() for path in told.reports] or made_up(told.documents)
    workflow = Workflow(Plugins())
    warm_up(workflow)
    rounds = [measured(workflow, reports) for _ in range(told.rounds)]
    print(f"{len(reports)} documents, median of {told.rounds} rounds; ms a document")
    print(f"{'':12}{'processor':>12}{'clock':>12}")
    for way in rounds[0]:
        _row(way, [each[way] for each in rounds])
    _row("overhead", [_difference(each["worker"], each["in process"]) for each in rounds])


def _difference(more: Spent, less: Spent) -> Spent:
    return Spent(more.processor - less.processor, more.clock - less.clock)


def _row(name: str, figures: Sequence[Spent]) -> None:
    processor, clock = (statistics.median(column) for column in zip(*figures, strict=True))
    print(f"{name:12}{processor:12.1f}{clock:12.1f}")


if __name__ == "__main__":
    main()
