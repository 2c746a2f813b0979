"""How fast `citebound check` is: documents a second, share of each step, time and memory on folders.

    python tests/benchmarks/check.py [--folders 1000,10000]

Prints figures and ratios of this run; asserts nothing. The reports, of about 4 KB each, are made up from words, a
different one each time, so that nothing is remembered.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from citebound.configuration import Configuration
from citebound.layers import LAYERS
from citebound.model import Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow

NAMES = ["Velmin", "Ostrava", "Calloway", "Teri", "Brandt", "Okello", "Lindqvist", "Marlow"]
PLACES = ["Tessaly", "Miro", "Kareth", "Domar", "Vell", "Sarn", "Harrow Ford"]
OUTLETS = ["Tessaly Post", "Radio Delta", "Lakeshore News Agency", "Sarn Courier", "Cassin Today"]
SENTENCES = [
    "{name} said that at least {number} people had left {place} by March {day} ({outlet}, March {day}).",
    "The governor of {place} denied the charge and accused {name} of inventing figures.",
    "According to {name}, the road between {place} and the border would probably reopen within {day} days.",
    "The shelling of {place} was claimed by the Free Brigades in a statement to {outlet} ({outlet}, March {day}).",
    "No group has claimed responsibility for the attack on {place}, which killed {day} drivers.",
    "Rain is expected to last until the middle of the month, and the council has asked for pumps.",
]
HEAD = """Last Updated: Tuesday, 14 May 2024, 09:10 GMT

{title}

Publisher Harrow Institute for Border Studies
Author Ines {name}
Publication Date 11 March 2024
Citation / Document Symbol Border Monitor Volume: 9 Issue: 5
Cite as Harrow Institute for Border Studies, {title}, 11 March 2024, Border Monitor Volume: 9 Issue: 5, available at: \
https://www.refworld.org/docid/65eed{number}.html [accessed 20 May 2024]
DisclaimerThis is not a UNHCR publication. UNHCR is not responsible for, nor does it necessarily endorse, its content. \
Any views expressed are solely those of the author or publisher and do not necessarily reflect those of UNHCR, the \
United Nations or its Member States.

"""


def report(seed: int, size: int = 4096) -> bytes:
    """Returns a made-up report of about `size` bytes; the same one for the same seed."""
    chance = random.Random(seed)  # reproducible, not secret

    def filled(text: str) -> str:
        values = {"name": NAMES, "place": PLACES, "outlet": OUTLETS}
        picked = {key: chance.choice(words) for key, words in values.items()}
        return text.format(
            number=chance.randint(100, 999), day=chance.randint(2, 9), **picked, title="{title}"
        )

    text = filled(HEAD).replace("{title}", f"{chance.choice(PLACES)}: Report {seed}")
    while len(text) < size:
        text += " ".join(filled(chance.choice(SENTENCES)) for _ in range(5)) + "\n\n"
    return (text + "Copyright notice: © 2024 Harrow Institute for Border Studies\n").encode()


def rate(work: Callable[[int], object], count: int) -> float:
    """Returns how often a second the work is done."""
    work(-1)
    started = time.perf_counter()
    for number in range(count):
        work(number)
    return count / (time.perf_counter() - started)


def in_process() -> None:
    """Documents a second on one core, and the share of each step."""
    for label, select in (("record and citations", ("CIT", "DIS", "CPY")), ("all rules", ())):
        workflow = Workflow(Plugins(), Configuration(select=select))
        print(f"{label:24} {rate(lambda n, flow=workflow: _checked(flow, n), 150):7.0f} reports/s")
    _shares(Workflow(Plugins()))


def _checked(workflow: Workflow, number: int) -> object:
    (document,) = workflow.read(Upload(content=report(number), filename="report.txt"))
    return workflow.check(document, workflow.describe(document))


def _shares(workflow: Workflow) -> None:
    spent = dict.fromkeys(("make", "read", "describe", *LAYERS, "rules"), 0.0)
    for number in range(100):
        clock = _Clock(spent)
        content = clock("make", lambda number=number: report(1000 + number))
        (document,) = clock("read", lambda c=content: workflow.read(Upload(content=c, filename="report.txt")))
        record = clock("describe", lambda d=document: workflow.describe(d))
        for end, layer in enumerate(LAYERS, 1):
            layers = LAYERS[:end]
            extraction = clock(layer, lambda d=document, r=record, w=layers: workflow.extract(d, r, w))
        clock("rules", lambda d=document, r=record, x=extraction: workflow.check(d, r, x))
    del spent["make"]
    layers = LAYERS
    for before, layer in reversed(list(pairwise(layers))):
        spent[layer] -= spent[before]
    total = sum(spent.values())
    for name, seconds in spent.items():
        print(f"  {name:22} {max(seconds, 0) / total:7.1%}")


class _Clock:
    """Adds the time of each piece of work to its name."""

    def __init__(self, spent: dict[str, float]) -> None:
        self.spent = spent

    def __call__(self, name: str, work: Callable[[], object]) -> object:
        started = time.perf_counter()
        done = work()
        self.spent[name] += time.perf_counter() - started
        return done


def cold() -> None:
    """A whole process for one report, against a bare interpreter."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "one.txt")
        path.write_bytes(report(1))
        commands = {"check": ["-m", "citebound", "check", str(path)], "bare": ["-c", "pass"]}
        times = {name: min(_seconds(command) for _ in range(5)) for name, command in commands.items()}
    print(f"cold check {times['check']:.3f} s, {times['check'] / times['bare']:.1f} times a bare interpreter")


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *command], capture_output=True, check=False)  # our own command
    return time.perf_counter() - started


def folders(sizes: list[int]) -> None:
    """Whole runs on folders: time a report and peak memory should stay the same as the folder grows."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            for number in range(size):
                Path(folder, f"{number:06}.txt").write_bytes(report(number))
            seconds = _seconds(["-m", "citebound", "check", "--statistics", folder])
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(
            f"folder of {size:6}: {seconds:7.1f} s, {seconds / size * 1000:5.2f} ms a report, peak {peak:4.0f} MiB"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--folders", default="1000", help="how many reports in each folder")
    options = parser.parse_args()
    cold()
    in_process()
    folders([int(size) for size in options.folders.split(",") if size])
