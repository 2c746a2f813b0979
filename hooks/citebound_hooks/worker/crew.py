"""The processes of a worker: which of them works on what, and which is free."""

from __future__ import annotations

import select
from collections.abc import Callable, Iterator
from pathlib import Path

from citebound_hooks.ledger.values import Job
from citebound_hooks.worker.child import Child
from citebound_hooks.worker.limits import Limits
from citebound_hooks.worker.values import Worked


class Crew:
    """Processes that read documents, each one at a time.

    Args:
        work: What to do with a job.
        limits: What a document may use up.
        folder: Where results are put down.
        size: How many documents at once. While one takes long, another is begun beside it, and it has to make way.
    """

    def __init__(self, work: Callable[[Job], Worked], limits: Limits, folder: Path, size: int) -> None:
        self._work, self._limits, self._folder, self._size = work, limits, folder, size
        self._free: list[Child] = []
        self._busy: dict[str, tuple[Job, Child]] = {}

    @property
    def jobs(self) -> list[Job]:
        """What is being worked on."""
        return [job for job, _ in self._busy.values()]

    @property
    def room(self) -> int:
        """How many more documents can be begun now."""
        slow = [child for _, child in self._busy.values() if child.takes_long()]
        for child in slow:
            child.make_way()
        return self._size + bool(slow) - len(self._busy)

    def begin(self, job: Job) -> None:
        """Lets a process work on a job; one that was begun before gets a process of its own.

        Raises:
            OSError: If no process can be made.
        """
        child = self._free.pop() if self._free and not job.begun_before else self._fresh()
        child.begin(job)
        self._busy[job.owner] = (job, child)

    def ended(self) -> Iterator[tuple[Job, Worked]]:
        """Yields each job whose work has ended, with what came of it."""
        for job, child in list(self._busy.values()):
            worked = child.ended()
            if worked is not None:
                self._release(job, child)
                yield job, worked

    def wait(self, seconds: float) -> None:
        """Waits until some work has ended, at most so long."""
        listening = [child for _, child in self._busy.values() if child.fileno() >= 0]
        select.select(listening, [], [], seconds)

    def abandon(self, job: Job) -> None:
        """Ends the work on a job, if it was begun."""
        if job.owner in self._busy:
            self._busy.pop(job.owner)[1].dismiss()

    def dismiss(self) -> None:
        """Ends all processes."""
        for job in self.jobs:
            self.abandon(job)
        while self._free:
            self._free.pop().dismiss()

    def _fresh(self) -> Child:
        return Child(self._work, self._limits, self._folder)

    def _release(self, job: Job, child: Child) -> None:
        del self._busy[job.owner]
        if child.makes_way:
            child.dismiss()
        elif child.alive:
            self._free.append(child)
