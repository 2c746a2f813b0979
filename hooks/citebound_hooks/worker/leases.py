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
        self._held: dict[str, tuple[Job, float]] = {}
        self._renewed = time.monotonic()
        self.nothing_waits = False

    def take(self, ledger: Ledger, most: int) -> list[Job]:
        """Leases up to so many jobs, in the transaction of `ledger`; its own that ran short are not among them."""
        for held, until in list(self._held.values()):
            if not self._is_long(until):
                self._renew(ledger, held)
        jobs: list[Job] = []
        while len(jobs) < most:
            self._number += 1
            owner = f"{socket.gethostname()[:64]}:{os.getpid()}:{self._number}"
            job = claim(ledger, owner, self._seconds)
            self.nothing_waits = job is None
            if job is None:
                break
            jobs.append(job)
        return jobs

    def hold(self, jobs: Iterable[Job]) -> None:
        """Takes care of jobs whose lease is entered."""
        self._held |= {job.owner: (job, job.until) for job in jobs}

    def keep(self) -> list[Job]:
        """Makes leases longer, in good time; returns the jobs that are somebody else's by now."""
        if time.monotonic() - self._renewed < self._seconds / 4:
            return []
        self._renewed = time.monotonic()
        with self._ledger.together() as ledger:
            return [job for job, _ in list(self._held.values()) if not self._renew(ledger, job)]

    def are_ours(self, job: Job) -> bool:
        """Whether a lease is ours for a good while yet; one that is short of that is made longer."""
        in_time = time.monotonic() - self._renewed < self._seconds / 2
        return (in_time and self._is_long(self._held[job.owner][1])) or self._renew(self._ledger, job)

    def forget(self, job: Job) -> None:
        """Ends the care for a lease."""
        self._held.pop(job.owner, None)

    def _is_long(self, until: float) -> bool:
        """Whether a lease lasts a good while yet; not if the clock was set back meanwhile."""
        return self._seconds / 2 < until - self._ledger.clock() <= self._seconds

    def _renew(self, ledger: Ledger, job: Job) -> bool:
        until = renew(ledger, job, self._seconds)
        if until is not None:
            self._held[job.owner] = (job, until)
        return until is not None
