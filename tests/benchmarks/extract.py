"""How fast `citebound.extract` is: characters a second, the share of each layer, and whether time is linear.

    python tests/benchmarks/extract.py [--sizes 0.1,1,5] [TEXT...]

Prints figures and ratios of this run; asserts nothing. CPU time is measured, for other programs may share the
machine. Without texts of your own it reads reports that are made up from sentences, each of them full of claims and
citations: the hardest kind there is. The ratio is that of the time a character takes to the time it takes at the
first size; 1 is linear.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import citebound
from citebound.layers import LAYERS
from citebound.model import Document, SourceRecord, Upload
from citebound.plugins import Plugins
from citebound.workflow import Workflow

NAMES = ["Velmin", "Ostrava", "Calloway", "Teri Brandt", "Ines Okello", "Lindqvist", "Marlow"]
PLACES = ["Tessaly", "Miro", "Kareth", "Domar", "Vell", "Sarn", "Harrow Ford"]
OUTLETS = ["Tessaly Post", "Radio Delta", "Lakeshore News Agency", "Sarn Courier", "Cassin Today"]
SENTENCES = [
    "{name} said that at least {number} people had left {place} by March {day} ({outlet}, March {day}).",
    "The governor of {place} denied the charge and accused {name} of inventing figures.",
    "According to {name}, the road between {place} and the border would probably reopen within {day} days.",
    "The shelling of {place} was claimed by the Free Brigades in a statement to {outlet} ({outlet}, March {day}).",
    "No group has claimed responsibility for the attack on {place}, which killed {day} drivers.",
    "Rain fell until the middle of the month, and the council bought pumps for the lower quarters of {place}.",
    "The market stayed open, although most of the stalls along the river had lost their roofs in the storm.",
    "Teachers walked to {place} on foot because the buses, which the province had leased, were under repair.",
]
SIZES = "0.1,1,5"  # million characters
_LONG = 500_000  # characters, whose one run is long enough to be told from chance


def made_up(size: int) -> str:
    """Returns a text of `size` characters in paragraphs; the same one for the same size."""
    chance = random.Random(size)  # reproducible, not secret
    paragraphs: list[str] = []
    left = size
    while left > 0:
        filled = (
            chance.choice(SENTENCES).format(
                name=chance.choice(NAMES),
                place=chance.choice(PLACES),
                outlet=chance.choice(OUTLETS),
                number=chance.randint(100, 999),
                day=chance.randint(2, 9),
            )
            for _ in range(6)
        )
        paragraphs.append(" ".join(filled))
        left -= len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)[:size]


def read(text: str) -> tuple[Document, SourceRecord]:
    """Returns a text as a document, with its record."""
    document = citebound.read(text.encode(), media_type="text/plain")
    return document, citebound.describe(document)


def seconds(document: Document, record: SourceRecord) -> float:
    """Returns the CPU time of one whole extraction."""
    started = time.process_time()
    citebound.extract(document, record)
    return time.process_time() - started


def seconds_by_size(sizes: Sequence[int]) -> dict[int, float]:
    """Returns the CPU time that extracting a made-up text of each size takes: of short ones, the best of three runs."""
    seconds(*read(made_up(10_000)))  # loads the lexicons
    return {
        size: min(seconds(*read(made_up(size))) for _ in range(3 if size < _LONG else 1)) for size in sizes
    }


def linearity(sizes: Sequence[int]) -> None:
    """Prints the speed at each size, and the time a character takes against that at the first size."""
    first = None
    for size, spent in seconds_by_size(sizes).items():
        first = first or spent / size
        print(
            f"{size / 1e6:6.2f} M characters  {size / spent:10,.0f} characters/s  ratio {spent / size / first:4.2f}"
        )


def shares(texts: Sequence[str]) -> None:
    """Prints the share of each layer: the time that a run up to this layer takes more than one without it."""
    workflow = Workflow(Plugins())
    spent = dict.fromkeys(("nothing", *LAYERS), 0.0)
    for document, record in map(read, texts):
        for end, layer in enumerate(spent):
            fresh = workflow.read(Upload(content=document.text.encode(), media_type="text/plain"))[0]
            started = time.process_time()
            workflow.extract(fresh, record, LAYERS[:end])
            spent[layer] += time.process_time() - started
    total, before = spent[LAYERS[-1]], spent["nothing"]
    for layer in LAYERS:
        print(f"  {layer:12} {max(spent[layer] - before, 0) / total:7.1%}")
        before = spent[layer]


def speed(texts: Sequence[str]) -> None:
    """Prints the characters a second over some texts, the best of three runs."""
    documents = [read(text) for text in texts]
    best = min(sum(seconds(*each) for each in documents) for _ in range(3))
    characters = sum(len(document.text) for document, _ in documents)
    print(f"{len(texts)} texts, {characters / 1e6:.2f} M characters: {characters / best:,.0f} characters/s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", default=SIZES, help="millions of characters, the first one is the measure")
    parser.add_argument("texts", nargs="*", type=Path, help="plain texts to measure instead of made-up ones")
    options = parser.parse_args()
    texts = [path.read_text("utf-8") for path in options.texts] or [made_up(4000 + n) for n in range(40)]
    speed(texts)
    shares(texts)
    linearity([int(float(size) * 1e6) for size in options.sizes.split(",") if size])
