"""Publishes briefings: each whole or not at all, and once."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import count, takewhile
from pathlib import Path

from citebound.commands import Steps
from citebound.delivery import Delivery
from citebound.errors import CiteboundError
from citebound_hooks.ledger.file_names import FileNames, name_of
from citebound_hooks.ledger.values import Job
from citebound_hooks.worker.values import Made


class Publisher:
    """Writes briefings into a folder and hands them to whatever else delivers.

    Args:
        steps: Sign and deliver. Only here is a briefing signed: whoever reads documents needs no key.
        folder: Where briefings go.
        names: What they are called there.
    """

    def __init__(self, steps: Steps, folder: Path, names: FileNames) -> None:
        self._steps, self._folder, self._names = steps, folder, names

    def publish(self, job: Job, made: tuple[Made, ...]) -> Iterator[dict[str, str]]:
        """Publishes the briefings of a document; yields what stands where.

        After a kill the same briefing is made again, byte for byte: what stands there already is left alone, and so
        is the same with a signature behind it.

        Raises:
            CiteboundError: If it cannot be signed or written.
        """
        stems = set(self._names.stems(job.document))
        if job.begun_before:
            _remove(left for stem in stems for left in self._folder.glob(f".{stem}.*.part"))
        for number, each in enumerate(made, 1):
            stem = self._names.stem(job.document, each.briefing)
            target = self._folder / name_of(stem, number if len(made) > 1 else None)
            yield from self._published(target, each, begun_before=job.begun_before)
            stems.discard(stem)
        if made:  # what was published before it was redacted, or since it is so no more
            _remove(path for stem in stems for path in self._named(stem))

    def _published(self, target: Path, made: Made, *, begun_before: bool) -> Iterator[dict[str, str]]:
        standing = _content(target)
        if begun_before and standing is not None and standing.startswith(made.content):
            content = standing
        else:
            content = self._steps.sign(made.content)
        there = None if standing == content else target.absolute()
        delivery = Delivery(briefing=made.briefing, content=content, target=there)
        places = [done.where for done in self._steps.deliver(delivery)]
        if _content(target) != content:
            raise CiteboundError(f"{target}: the briefing was not written")
        for where in dict.fromkeys([str(target.absolute()), *places]):
            yield {"where": where, "sha256": sha256(content).hexdigest()}

    def _named(self, stem: str) -> Iterator[Path]:
        """Yields the briefings of a name that are there, without looking through the whole folder."""
        one = self._folder / name_of(stem, None)
        entries = (self._folder / name_of(stem, number) for number in count(1))
        yield from [one] if one.exists() else takewhile(Path.exists, entries)


def _remove(paths: Iterator[Path]) -> None:
    """Removes files; whoever holds the lease is the only one who writes these."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise CiteboundError(f"{path}: cannot be removed: {error.strerror or error}") from error


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
