"""How long a briefing of many claims takes, and how much memory: whether both grow no faster than the claims.

    python tests/benchmarks/annex.py [--claims 500,1000,2000,5000]

Each size is rendered in a process of its own. Prints time of the processor, pages and memory; asserts nothing.
"""

from __future__ import annotations

import argparse
import io
import resource
import subprocess
import sys
import time
from pathlib import Path

from citebound.model import (
    Actor,
    Briefing,
    Claim,
    ClaimSource,
    DocumentIdentity,
    DocumentText,
    Extraction,
    Extractor,
    Fields,
    Profile,
    SourceRecord,
    Span,
)

TEMPLATE = Path(__file__).parents[2] / "templates" / "citebound_templates" / "briefing"
SENTENCE = "Witness {0} of Port Sarne said that boat {0} left the harbour by night and was not seen again that spring."


def crowd(count: int) -> Briefing:
    """Makes a briefing of so many claims, each by somebody else."""
    lines = [SENTENCE.format(number) for number in range(1, count + 1)]
    claims, actors, at = [], [], 0
    for number, line in enumerate(lines, 1):
        name = f"Witness {number}"
        start = line.index("that boat")
        mention, whole = Span(at, at + len(name), name), Span(at, at + len(line), line)
        content = Span(at + start, at + len(line), line[start:])
        actors.append(
            Actor(id=f"A{number}", name=name, type="person", mentions=(mention,), salience=0.5, rule="t")
        )
        claims.append(
            Claim(
                id=f"C{number}", sentence=whole, kind="say", content=(content,), rule="t",
                source=ClaimSource(actor=f"A{number}", span=mention),
            )
        )  # fmt: skip
        at += len(line) + 1
    document = DocumentText(sha256="0" * 64, media_type="text/plain", language="en", text="\n".join(lines))
    extraction = Extraction(
        document=document,
        extractor=Extractor(name="t", version="1"),
        actors=tuple(actors),
        claims=tuple(claims),
    )
    identity = DocumentIdentity(
        sha256="0" * 64, media_type="text/plain", bytes=at, filename="crowd.txt", language="en"
    )
    record = SourceRecord(document=identity, profile="generic", fields=Fields())
    return Briefing(record=record, profile=Profile(name="generic", title="Any page"), extraction=extraction)


def measure(count: int) -> str:
    """Renders once, warmed up, and returns a line of figures."""
    from citebound_hooks.briefing.rendering import render

    briefing = crowd(count)
    render(crowd(1), TEMPLATE)
    started = time.process_time()
    pdf = render(briefing, TEMPLATE)
    spent = (time.process_time() - started) * 1000
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    from pypdf import PdfReader  # only now: it takes 15 MB, and no rendering needs it

    pages = len(PdfReader(io.BytesIO(pdf)).pages)
    return f"{count:7} {pages:6} {spent:9.0f} {spent / count:9.2f} {memory:10.0f} {len(pdf) / 1e6:6.1f}"


def main(counts: list[str]) -> None:
    """Measures each size on its own."""
    print(f"{'claims':>7} {'pages':>6} {'ms':>9} {'ms/claim':>9} {'memory MB':>10} {'MB':>6}")
    for count in counts:
        done = subprocess.run(
            [sys.executable, __file__, "--one", count], capture_output=True, text=True, check=True
        )
        print(done.stdout.rstrip())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--claims", default="500,1000,2000,5000")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(measure(asked.one))
    else:
        main(asked.claims.split(","))
