"""Gets jobs from the ledger and keeps them as long as they are worked on."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterable

from citebound_hooks.ledger.database import Ledger
from citebound_hooks.ledger.leasing import claim, renew
from citebound_hooks.ledger.values import Job


class Leases:
    """The leases of one worker.

    Args:
        ledger: Where the jobs are.
        seconds: After how long another worker may take a job over.
    """

    def __init__(self, ledger: Ledger, seconds: float) -> None:
        self._ledger, self._seconds = ledger, seconds
        self._number = 0
        self._until: dict[str, float] = {}
        self._renewed = time.monotonic()
        self.nothing_waits = False

    def take(self, ledger: Ledger, most: int) -> list[Job]:
        """Leases up to so many jobs, in the transaction of `ledger`."""
        jobs: list[Job] = []
        while len(jobs) < most:
            self._number += 1
            owner = f"{socket.gethostname()[:64]}:{os.getpid()}:{self._number}"
            job = claim(ledger, owner, self._seconds)
            self.nothing_waits = job is None
            if job is None:
                break
            self._until[owner] = job.until
            jobs.append(job)
        return jobs

    def keep(self, jobs: Iterable[Job]) -> list[Job]:
        """Makes leases longer, in good time; returns the jobs that are somebody else's by now."""
        if time.monotonic() - self._renewed < self._seconds / 4:
            return []
        self._renewed = time.monotonic()
        with self._ledger.together() as ledger:
            return [job for job in jobs if not self._renew(ledger, job)]

    def are_ours(self, job: Job) -> bool:
        """Whether a lease is ours for a good while yet; one that is short of that is made longer."""
        left = self._until[job.owner] - self._ledger.clock()
        in_time = time.monotonic() - self._renewed < self._seconds / 2
        return (in_time and self._seconds / 2 < left <= self._seconds) or self._renew(self._ledger, job)

    def forget(self, job: Job) -> None:
        """Ends the care for a lease."""
        self._until.pop(job.owner, None)

    def _renew(self, ledger: Ledger, job: Job) -> bool:
        until = renew(ledger, job, self._seconds)
        if until is not None:
            self._until[job.owner] = until
        return until is not None
