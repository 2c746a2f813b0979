"""Publishes briefings: each whole or not at all, and once."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from citebound.commands import Steps
from citebound.delivery import Delivery
from citebound.errors import CiteboundError
from citebound_hooks.ledger.values import Job
from citebound_hooks.worker.values import Made


def publish(steps: Steps, folder: Path, job: Job, made: tuple[Made, ...]) -> Iterator[dict[str, str]]:
    """Writes each briefing into the folder and hands it to whatever else delivers; yields what stands where.

    After a kill the same briefing is made again, byte for byte: what stands there already is left alone.

    Raises:
        CiteboundError: If it cannot be written.
    """
    if job.begun_before:
        _sweep(folder, job.document)
    for number, each in enumerate(made, 1):
        target = folder / _name(job.document, number if len(made) > 1 else None)
        digest = sha256(each.content).hexdigest()
        there = _digest(target) == digest
        delivery = Delivery(
            briefing=each.briefing, content=each.content, target=None if there else target.absolute()
        )
        places = [done.where for done in steps.deliver(delivery)]
        if _digest(target) != digest:
            raise CiteboundError(f"{target}: the briefing was not written")
        for where in dict.fromkeys([str(target.absolute()), *places]):
            yield {"where": where, "sha256": digest}


def _name(document: str, entry: int | None) -> str:
    return f"{document}.briefing.pdf" if entry is None else f"{document}.{entry}.briefing.pdf"


def _sweep(folder: Path, document: str) -> None:
    """Removes what a killed worker left half-written; whoever holds the lease is the only one who writes these."""
    for left in folder.glob(f".{document}.*.part"):
        try:
            left.unlink(missing_ok=True)
        except OSError as error:
            raise CiteboundError(f"{left}: cannot be removed: {error.strerror or error}") from error


def _digest(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
