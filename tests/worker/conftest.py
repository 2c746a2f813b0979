"""A worker in a process of its own, forked from the tests: quick to start, and free to be killed."""

import os
import sys
import time
import traceback
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

REPORT = b"A bridge\n\nThe mayor said on 4 May 2020 that a bridge was built (Daily Note, May 4).\n"


class Office:
    """A store, an output folder, and processes that work on them."""

    def __init__(self, folder, workflow):
        from citebound_hooks.worker.limits import Limits

        self.folder, self.store, self.out = folder, folder / "store", folder / "out"
        self.out.mkdir()
        # Address space counts what the threads of other tests have reserved in this process.
        self.limits = Limits(cpu_seconds=5, memory_mib=4096, wall_seconds=20)
        self.lease, self.concurrency = 0.5, 2
        self.session = SimpleNamespace(
            workflow=workflow, fingerprint="setup", components=workflow.registry.components
        )

    def place(self):
        from citebound_hooks.ledger.place import Place

        return Place(folder=self.store)

    def take_in(self, content=REPORT, name="report.txt"):
        from citebound_hooks.intake.taking_in import take_in

        path = self.folder / "upload"
        path.write_bytes(content)
        ledger = self.place().open()
        try:
            return take_in(ledger, self.place().spool, path, "setup", name=name).document
        finally:
            ledger.engine.dispose()

    def work(self, *, clock=time.time, meanwhile=lambda: None):
        from citebound_hooks.worker.journal import Journal
        from citebound_hooks.worker.orders import Orders
        from citebound_hooks.worker.supervisor import Supervisor

        orders = Orders(
            place=self.place(),
            out=self.out,
            concurrency=self.concurrency,
            once=True,
            lease_seconds=self.lease,
            limits=self.limits,
        )
        ledger = replace(self.place().open(), clock=clock)
        Supervisor(self.session, ledger, orders, Journal("json"), meanwhile).run()

    def start(self, action, *, prepared=lambda: None):
        """Runs an action in a process of its own; what is prepared there is seen nowhere else."""
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                prepared()
                action()
                code = 0
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(code)
        return pid

    def run(self, action, *, prepared=lambda: None):
        """Runs an action to its end; returns its exit code, a signal's as a negative number."""
        _, status = os.waitpid(self.start(action, prepared=prepared), 0)
        return os.waitstatus_to_exitcode(status)

    def status(self):
        from citebound_hooks.ledger.standing import status_of_all

        return self.asked(status_of_all)

    def history(self, document=None):
        from citebound_hooks.ledger.history import history

        return self.asked(lambda ledger: history(ledger, document))

    def standing(self, document):
        from citebound_hooks.ledger.standing import standing_of

        return self.asked(lambda ledger: standing_of(ledger, document))

    def asked(self, question):
        ledger = self.place().open()
        try:
            return question(ledger)
        finally:
            ledger.engine.dispose()

    def published(self):
        return sorted(path.name for path in self.out.iterdir())

    def wait_until(self, reached, seconds=20.0):
        end = time.monotonic() + seconds
        while not reached():
            assert time.monotonic() < end, "not reached in time"
            time.sleep(0.02)


@pytest.fixture(scope="session")
def warm_workflow(workflow):
    from citebound_hooks.worker.warming import warm_up

    warm_up(workflow)
    import gc

    gc.unfreeze()
    return workflow


@pytest.fixture
def office(tmp_path, warm_workflow, store_in) -> Office:
    store_in(tmp_path / "store")
    return Office(Path(tmp_path), warm_workflow)
