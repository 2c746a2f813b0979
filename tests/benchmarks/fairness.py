"""Whether a hostile document holds others up: how long 200 documents take while one burns its limits.

    python tests/benchmarks/fairness.py [--documents 200] [--rounds 3]

Takes the documents through `citebound work`, once alone and once behind a document that uses up all processor time
that it may have. Prints the time from receipt to outcome (the 95th percentile of the others); asserts nothing.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from citebound_hooks.intake.taking_in import take_in
from citebound_hooks.ledger.history import history
from citebound_hooks.ledger.place import Place

BURNER = """
from citebound import hookimpl

@hookimpl
def citebound_read(upload):
    while upload.filename == "hostile.txt":
        pass
"""
TEXT = "Bridge {0}\n\nThe mayor said on 4 May 2020 that bridge {0} was built (Daily Note, May 4).\n"


def seconds_taken(number: int, *, hostile: bool) -> list[float]:
    """Returns, of each document but the hostile one, the seconds from receipt to outcome."""
    with TemporaryDirectory() as folder:
        place, upload = Place(folder=Path(folder) / "store"), Path(folder) / "upload"
        (Path(folder) / "burner.py").write_text(BURNER)
        ledger, burning = place.open(), None
        if hostile:
            upload.write_bytes(b"It burns.\n")
            burning = take_in(ledger, place.spool, upload, "setup", name="hostile.txt").document
        for each in range(number):
            upload.write_text(TEXT.format(each))
            take_in(ledger, place.spool, upload, "setup", name="report.txt")
        command = [sys.executable, "-m", "citebound", "--plugin", f"{folder}/burner.py", "work", "--once"]
        subprocess.run([*command, "--store", str(place.folder)], check=True, stderr=subprocess.DEVNULL)
        lines = history(ledger)
        ledger.engine.dispose()
    claimed = min(datetime.fromisoformat(event.at) for event in lines if event.what == "claimed")
    ended = [event for event in lines if event.what == "outcome" and event.document != burning]
    return [(datetime.fromisoformat(event.at) - claimed).total_seconds() for event in ended]


def main() -> None:
    parser = argparse.ArgumentParser(description="Whether a hostile document holds others up.")
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    told = parser.parse_args()
    ratios = []
    for _ in range(told.rounds):
        idle, beside = (
            statistics.quantiles(seconds_taken(told.documents, hostile=hostile), n=20)[-1]
            for hostile in (False, True)
        )
        ratios.append(beside / idle)
        print(
            f"95th percentile: {idle:.2f} s, beside a hostile document {beside:.2f} s: {ratios[-1]:.2f} times"
        )
    print(f"median {statistics.median(ratios):.2f} times")


if __name__ == "__main__":
    main()
