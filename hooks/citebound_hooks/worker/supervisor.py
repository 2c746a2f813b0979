"""Leases jobs, starts a child for each, publishes what comes back and enters the outcome."""

from __future__ import annotations

import os
import select
import socket
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from citebound.commands import CommandSession
from citebound.errors import CiteboundError
from citebound_hooks.ledger import closing
from citebound_hooks.ledger.database import Ledger, LedgerError
from citebound_hooks.ledger.leasing import claim, renew
from citebound_hooks.ledger.spool import Spool
from citebound_hooks.ledger.standing import unfinished
from citebound_hooks.ledger.values import Closing, Job
from citebound_hooks.worker.child import Child
from citebound_hooks.worker.journal import Journal
from citebound_hooks.worker.limits import Limits
from citebound_hooks.worker.publishing import publish
from citebound_hooks.worker.steps import work_on
from citebound_hooks.worker.values import Worked

POLL_SECONDS = 0.2
HALF_WRITTEN_SECONDS = 3600


@dataclass(frozen=True, kw_only=True)
class Orders:
    """What a worker is told.

    Attributes:
        store: The folder of the workflow.
        out: Where briefings go.
        concurrency: How many documents at once.
        once: Whether to end when nothing is left to do.
        lease_seconds: After how long another worker may take a job over.
        limits: What a document may use up.
    """

    store: Path
    out: Path
    concurrency: int
    once: bool
    lease_seconds: float
    limits: Limits


class Supervisor:
    """One worker.

    Args:
        session: The steps.
        ledger: Where the jobs are.
        orders: What it is told.
        journal: Where it says what it does.
        meanwhile: Called in each round.
    """

    def __init__(
        self,
        session: CommandSession,
        ledger: Ledger,
        orders: Orders,
        journal: Journal,
        meanwhile: Callable[[], None] = lambda: None,
    ) -> None:
        self._session, self._ledger, self._orders, self._journal = session, ledger, orders, journal
        self._meanwhile = meanwhile
        self._spool = Spool(orders.store / "spool")
        self._children: dict[str, tuple[Job, Child]] = {}
        self._started = 0
        self._nothing_waits = False
        self._renewed = time.monotonic()
        self._setup = session.fingerprint
        self.stopping = False
        self.hurrying = False

    def run(self) -> None:
        """Works until it is stopped, or until nothing is left if it was told to work once."""
        self._spool.sweep(time.time() - HALF_WRITTEN_SECONDS)
        while not self._done():
            self._meanwhile()
            try:
                self._renew()
                self._reap()
                self._claim()
            except LedgerError as error:
                self._journal.tell("waits:", reason=str(error))
                time.sleep(POLL_SECONDS)
                continue
            self._sleep()
        self._give_back()

    def _done(self) -> bool:
        if self.stopping:
            return self.hurrying or not self._children
        try:
            idle = self._nothing_waits and not self._children
            return self._orders.once and idle and unfinished(self._ledger) == 0
        except LedgerError:
            return False

    def _claim(self) -> None:
        """Starts as many documents as there is room for."""
        while not self.stopping and len(self._children) < self._orders.concurrency:
            self._started += 1
            owner = f"{socket.gethostname()[:64]}:{os.getpid()}:{self._started}"
            job = claim(self._ledger, owner, self._orders.lease_seconds)
            self._nothing_waits = job is None
            if job is None:
                return
            self._start(job)

    def _start(self, job: Job) -> None:
        work = partial(work_on, self._session.workflow, self._spool, job)
        try:
            child = Child(work, self._orders.limits, self._orders.store)
        except OSError as error:
            self._hold(job, f"cannot start the work: {error.strerror or error}")
        else:
            self._children[job.owner] = (job, child)

    def _sleep(self) -> None:
        """Waits until a child ends, or for a moment."""
        running = [child.ending for _, child in self._children.values() if child.ending >= 0]
        select.select(running, [], [], min(POLL_SECONDS, self._orders.lease_seconds / 4))

    def _renew(self) -> None:
        """Makes the leases longer, in good time."""
        if time.monotonic() - self._renewed < self._orders.lease_seconds / 4:
            return
        self._renewed = time.monotonic()
        for owner, (job, child) in list(self._children.items()):
            if not renew(self._ledger, job, self._orders.lease_seconds):
                child.abandon()
                del self._children[owner]

    def _reap(self) -> None:
        """Ends the jobs whose child has ended; one that cannot be entered now is entered later."""
        for owner, (job, child) in list(self._children.items()):
            worked = child.ended()
            if worked is not None:
                self._close(job, worked, child.cpu_seconds)
                del self._children[owner]

    def _close(self, job: Job, worked: Worked, cpu_seconds: float) -> None:
        if worked.held:
            self._hold(job, worked.reason or "")
        elif worked.outcome is not None:
            self._publish(job, worked, cpu_seconds)
        elif job.attempts + 1 >= closing.ATTEMPTS:
            reason = f"{worked.reason} ({closing.ATTEMPTS} attempts)"
            self._publish(job, Worked(outcome="quarantined", reason=reason), cpu_seconds)
        elif closing.put_back_failed(self._ledger, job, worked.reason or ""):
            self._journal.tell("failed:", job.document, reason=worked.reason)

    def _publish(self, job: Job, worked: Worked, cpu_seconds: float) -> None:
        if worked.outcome is None or not renew(self._ledger, job, self._orders.lease_seconds):
            return  # somebody else has it by now
        try:
            written = tuple(publish(self._session.workflow, self._orders.out, job.document, worked.made))
        except CiteboundError as error:
            self._hold(job, str(error))
            return
        detail = _detail(worked) | {"setup": self._setup, "cpu_seconds": cpu_seconds}
        detail["components"] = {each.name: each.version for each in self._session.components}
        ended = Closing(outcome=worked.outcome, reason=worked.reason, detail=detail, written=written)
        if closing.finish(self._ledger, job, ended):
            self._journal.tell(worked.outcome, job.document, reason=worked.reason)

    def _hold(self, job: Job, reason: str) -> None:
        if closing.put_back_held(self._ledger, job, reason):
            self._journal.tell("held:", job.document, reason=reason)

    def _give_back(self) -> None:
        for job, child in self._children.values():
            child.abandon()
            closing.put_back(self._ledger, job)


def _detail(worked: Worked) -> dict[str, Any]:
    """What the history keeps of the briefings: how often each rule found something, and which plugins failed."""
    findings = [finding.code for made in worked.made for finding in made.briefing.findings]
    failed = [f"{each.plugin}.{each.hook}" for made in worked.made for each in made.briefing.incomplete]
    detail: dict[str, Any] = {"findings": dict(sorted(Counter(findings).items()))} if findings else {}
    return detail | ({"incomplete": failed} if failed else {})
