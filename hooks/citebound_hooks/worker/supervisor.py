"""Leases jobs, lets a process work on each, publishes what comes back and enters the outcome."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from functools import partial

from citebound.commands import CommandSession
from citebound.errors import CiteboundError
from citebound_hooks.ledger import closing
from citebound_hooks.ledger.database import Ledger, LedgerError
from citebound_hooks.ledger.file_names import FileNames
from citebound_hooks.ledger.standing import unfinished
from citebound_hooks.ledger.values import Job
from citebound_hooks.worker.closings import Ended, enter, last_attempt
from citebound_hooks.worker.crew import Crew
from citebound_hooks.worker.journal import Journal
from citebound_hooks.worker.leases import Leases
from citebound_hooks.worker.orders import Orders
from citebound_hooks.worker.publishing import Publisher
from citebound_hooks.worker.steps import work_on
from citebound_hooks.worker.values import Worked

POLL_SECONDS = 0.2
HALF_WRITTEN_SECONDS = 3600


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
        self._ledger, self._orders, self._journal = ledger, orders, journal
        self._meanwhile = meanwhile
        self._spool = orders.place.spool
        work = partial(work_on, session.workflow, self._spool)
        self._publisher = Publisher(session.workflow, orders.out, FileNames(orders.place.folder))
        self._crew = Crew(work, orders.limits, orders.place.folder, orders.concurrency)
        self._next: deque[Job] = deque()
        self._ended: dict[str, Ended] = {}
        self._leases = Leases(ledger, orders.lease_seconds)
        components = {each.name: each.version for each in session.components}
        self._known = {"setup": session.fingerprint, "components": components}
        self.stopping = False
        self.hurrying = False

    def run(self) -> None:
        """Works until it is stopped, or until nothing is left if it was told to work once."""
        self._spool.sweep(time.time() - HALF_WRITTEN_SECONDS)
        while not self._done():
            self._meanwhile()
            try:
                self._keep()
                self._collect()
                self._begin()
                self._publish()
                self._turn()
                self._begin()
            except LedgerError as error:
                self._journal.tell("waits:", reason=str(error))
                time.sleep(POLL_SECONDS)
                continue
            self._crew.wait(min(POLL_SECONDS, self._orders.lease_seconds / 4))
        self._give_back()

    def _done(self) -> bool:
        nothing_begun = not self._crew.jobs and not self._ended
        if self.stopping:
            return self.hurrying or nothing_begun
        try:
            idle = self._leases.nothing_waits and nothing_begun and not self._next
            return self._orders.once and idle and unfinished(self._ledger) == 0
        except LedgerError:
            return False

    def _keep(self) -> None:
        """Keeps the leases; what is somebody else's by now is left to them."""
        for job in self._leases.keep():
            self._crew.abandon(job)
            self._leases.forget(job)
            self._ended.pop(job.owner, None)
            self._next = deque(each for each in self._next if each != job)

    def _collect(self) -> None:
        """Takes up what has ended; entered it is at the next turn that the ledger allows."""
        for job, worked in self._crew.ended():
            self._ended[job.owner] = Ended(job, last_attempt(job, worked))

    def _begin(self) -> None:
        """Starts what was leased, so that processes work while others' results are written."""
        while self._next and not self.stopping and self._crew.room > 0:
            job = self._next.popleft()
            try:
                self._crew.begin(job)
            except OSError as error:
                reason = f"cannot start the work: {error.strerror or error}"
                self._ended[job.owner] = Ended(job, Worked(outcome=None, reason=reason, held=True))

    def _publish(self) -> None:
        for ended in list(self._ended.values()):
            if ended.written is None:
                self._publish_one(ended)

    def _publish_one(self, ended: Ended) -> None:
        job, worked, _ = ended
        if not self._leases.are_ours(job):
            self._forget(job)
            return
        try:
            written = tuple(self._publisher.publish(job, worked.made))
        except CiteboundError as error:
            worked, written = Worked(outcome=None, reason=str(error), held=True), ()
        self._ended[job.owner] = Ended(job, worked, written)

    def _turn(self) -> None:
        """Enters what has ended and leases what comes next: one transaction, for each costs a write to disk."""
        ahead = self._crew.room + self._orders.concurrency - len(self._next)
        wanted = 0 if self.stopping else max(0, ahead)
        if not wanted and not self._ended:
            return
        with self._ledger.together() as ledger:
            entered = [(ended, enter(ledger, ended, self._known)) for ended in self._ended.values()]
            leased = self._leases.take(ledger, wanted)
        self._leases.hold(leased)
        self._next.extend(leased)
        for ended, what in entered:
            self._forget(ended.job)
            if what:
                worked = ended.worked
                self._journal.tell(what, ended.job.document, reason=worked.reason, notes=worked.notes or None)

    def _forget(self, job: Job) -> None:
        del self._ended[job.owner]
        self._leases.forget(job)

    def _give_back(self) -> None:
        """Ends all processes; jobs that cannot be given back now are free when their leases end."""
        jobs = [*self._crew.jobs, *self._next]
        self._crew.dismiss()
        try:
            for job in jobs:
                closing.put_back(self._ledger, job)
        except LedgerError as error:
            self._journal.tell("waits:", reason=str(error))
