"""Many documents through inbox and worker: memory, overhead, the counts of `status`, and what two kills change.

    python tests/benchmarks/uploads.py [--documents 2000] [--concurrency 2] [REPORT...]

Takes the documents twice through `citebound watch`: once undisturbed, once killed at a third and at two thirds of the
way and started again each time. Then it compares the briefings, byte for byte, and counts what the histories say.
Without reports of your own it takes small ones that are made up. Prints figures of this run; asserts nothing.
"""

from __future__ import annotations

import argparse
import resource
import signal
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from citebound.model import Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow
from citebound_hooks.ledger.history import history
from citebound_hooks.ledger.place import Place
from citebound_hooks.ledger.standing import status_of_all
from citebound_hooks.worker.warming import warm_up

LOOK_SECONDS = 0.25


class Seen(NamedTuple):
    """What one look at the running workflow saw.

    Attributes:
        done: How many documents had their outcome.
        mib: What all its processes had in memory, each shared page counted once.
        wrong: What the counts said that cannot be.
    """

    done: int
    mib: float
    wrong: list[str]


class Run(NamedTuple):
    """One run of all documents.

    Attributes:
        looks: What was seen meanwhile.
        processor: Seconds of processor time of all processes that were not killed.
        clock: Seconds on the clock.
        digests: The briefings: name and SHA-256.
        told: How often the history says what of a document: the counts of `received`, `delivered`, `outcome`.
    """

    looks: list[Seen]
    processor: float
    clock: float
    digests: dict[str, str]
    told: Counter[tuple[int, int, int]]


def made_up(number: int) -> list[bytes]:
    """Returns small reports, each another: half of them text, half of them pages."""
    text = "Bridge {0}\n\nThe mayor said on 4 May 2020 that bridge {0} was built (Daily Note, May 4).\n"
    page = "<html><body><h1>Bridge {0}</h1><p>The mayor said that bridge {0} was built.</p></body></html>"
    return [(page if each % 2 else text).format(each).encode() for each in range(number)]


def through_the_inbox(
    folder: Path, reports: Sequence[bytes], kill_at: Sequence[int], concurrency: int
) -> Run:
    """Takes the reports through `citebound watch`.

    Args:
        folder: An empty folder for inbox, store and briefings.
        reports: The documents.
        kill_at: After how many documents the worker is killed and started again.
        concurrency: How many documents at once.
    """
    inbox, out, place = folder / "inbox", folder / "out", Place(folder=folder / "store")
    inbox.mkdir()
    place.open().engine.dispose()
    for number, content in enumerate(reports):
        (inbox / f"{number}{'.html' if content.startswith(b'<') else '.txt'}").write_bytes(content)
    command = [sys.executable, "-m", "citebound", "watch", str(inbox), "-o", str(out), "--settle", "0.1"]
    command += [
        "--store",
        str(place.folder),
        "--concurrency",
        str(concurrency),
        "--lease",
        "2",
        "--log",
        "json",
    ]
    begun, used, looks = time.monotonic(), _processor_seconds(), []
    for wanted, number in [*((at, signal.SIGKILL) for at in kill_at), (len(reports), signal.SIGTERM)]:
        with (folder / "log").open("ab") as log:
            worker = subprocess.Popen(command, stderr=log)
        looks += _watched(worker.pid, place, out, len(reports), wanted)
        worker.send_signal(number)
        worker.wait()
    clock = time.monotonic() - begun
    return Run(looks, _processor_seconds() - used, clock, _digests(out), _told(place))


def _watched(pid: int, place: Place, out: Path, all_of_them: int, wanted: int) -> list[Seen]:
    """Looks at the workflow until so many documents have their outcome."""
    looks = [Seen(0, 0.0, [])]
    while looks[-1].done < wanted:
        time.sleep(LOOK_SECONDS)
        looks.append(_look(pid, place, out, all_of_them, looks[-1].done))
    return looks[1:]


def _look(pid: int, place: Place, out: Path, all_of_them: int, before: int) -> Seen:
    ledger = place.open()
    counted = status_of_all(ledger)
    ledger.engine.dispose()
    done = sum(counted.outcomes.values())
    there = len([path for path in out.glob("*.pdf") if not path.name.startswith(".")]) if out.is_dir() else 0
    wrong = {
        "the counts do not add up": counted.documents != counted.waiting + counted.working + done,
        "more documents than there are": counted.documents > all_of_them,
        "fewer are done than before": done < before,
        "done, but the briefing is not there": there < done,
    }
    return Seen(done, _memory_mib(pid), [what for what, is_so in wrong.items() if is_so])


def _memory_mib(pid: int) -> float:
    """What a process and those below it have in memory (proportional set size)."""
    below = [pid]
    for each in below:
        try:
            below += map(int, Path(f"/proc/{each}/task/{each}/children").read_text().split())
        except OSError:
            continue
    return sum(map(_own_mib, below))


def _own_mib(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _digests(out: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())}


def _told(place: Place) -> Counter[tuple[int, int, int]]:
    ledger = place.open()
    lines = Counter((event.document, event.what) for event in history(ledger) if event.document)
    ledger.engine.dispose()
    documents = {document for document, _ in lines}
    return Counter(
        (lines[each, "received"], lines[each, "delivered"], lines[each, "outcome"]) for each in documents
    )


def in_process(reports: Sequence[bytes]) -> float:
    """Briefs the reports in one process; returns the seconds of processor time a document."""
    workflow = Workflow(Plugins())
    warm_up(workflow)
    begun = time.process_time()
    for content in reports:
        name = "report.html" if content.startswith(b"<") else "report.txt"
        for briefing in workflow.brief(Upload(content=content, filename=name)):
            workflow.render(briefing)
    return (time.process_time() - begun) / len(reports)


def main() -> None:
    parser = argparse.ArgumentParser(description="Many documents through inbox and worker.")
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--concurrency", type=int, default=2)
    told = parser.parse_args()
    reports = [path.read_bytes() for path in told.reports] or made_up(told.documents)
    third = len(reports) // 3
    with TemporaryDirectory() as folder:
        runs = {}
        for name, kill_at in (("undisturbed", []), ("killed", [third, 2 * third])):
            (Path(folder) / name).mkdir()
            runs[name] = through_the_inbox(Path(folder) / name, reports, kill_at, told.concurrency)
            _print_run(name, runs[name])
    spent = runs["undisturbed"].processor / len(reports)
    alone = in_process(reports[:: max(1, len(reports) // 200)])
    print(f"in process       {alone * 1000:.1f} ms of processor time a document")
    print(f"inbox and worker {spent * 1000:.1f} ms; overhead {(spent - alone) * 1000:.1f} ms")
    print(f"the briefings are {'equal' if _same(runs.values(), lambda run: run.digests) else 'NOT EQUAL'}")


def _same(runs: Sequence[Run], of: Callable[[Run], object]) -> bool:
    first, second = map(of, runs)
    return first == second


def _print_run(name: str, run: Run) -> None:
    memory = [look.mib for look in run.looks if look.mib]
    parts = [
        statistics.median(memory[at * len(memory) // 4 : (at + 1) * len(memory) // 4]) for at in range(4)
    ]
    wrong = Counter(what for look in run.looks for what in look.wrong)
    print(f"{name}: {len(run.digests)} briefings, {run.clock:.1f} s, {run.processor:.1f} s of processor time")
    print(
        f"  memory, median of each quarter: {' '.join(f'{part:.0f}' for part in parts)} MiB, most {max(memory):.0f}"
    )
    print(f"  status, {len(run.looks)} looks: {dict(wrong) or 'right throughout'}")
    print(f"  documents by (received, delivered, outcome) in the history: {dict(run.told)}")


if __name__ == "__main__":
    main()
