"""Runs a worker as the command line says."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

from citebound.commands import CommandSession
from citebound.errors import ConfigurationError
from citebound_hooks.ledger.database import Ledger
from citebound_hooks.ledger.place import Place
from citebound_hooks.worker.journal import Journal
from citebound_hooks.worker.limits import Limits
from citebound_hooks.worker.options import WorkerOptions
from citebound_hooks.worker.orders import Orders
from citebound_hooks.worker.progress import screen
from citebound_hooks.worker.supervisor import Supervisor
from citebound_hooks.worker.warming import warm_up


def run_worker(
    session: CommandSession,
    place: Place,
    ledger: Ledger,
    told: WorkerOptions,
    meanwhile: Callable[[], None] = lambda: None,
) -> None:
    """Works until it is asked to stop, or until nothing is left if it was told to work once.

    Args:
        session: The steps.
        place: The store.
        ledger: The ledger of the store.
        told: The options.
        meanwhile: Called between documents, several times a second.

    Raises:
        ConfigurationError: If the configuration is wrong or the output folder cannot be made.
    """
    orders = Orders(
        place=place,
        out=_folder(told.out or place.briefings),
        concurrency=told.concurrency,
        once=told.once,
        lease_seconds=told.lease,
        limits=Limits(cpu_seconds=told.cpu, memory_mib=told.memory, wall_seconds=told.wall, alone=told.alone),
    )
    warm_up(session.workflow)
    with screen(ledger, told.form) as shown:

        def between_documents() -> None:
            meanwhile()
            if shown:
                shown.look()

        journal = Journal(told.form, shown.say) if shown else Journal(told.form)
        supervisor = Supervisor(session, ledger, orders, journal, between_documents)
        _stop_gracefully(supervisor)
        supervisor.run()


def _folder(out: Path) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = "it is no folder" if out.exists() else error.strerror or error
        raise ConfigurationError(f"--output {out}: {reason}") from error
    return out


def _stop_gracefully(supervisor: Supervisor) -> None:
    def asked_to_stop(_number: int, _frame: object) -> None:
        supervisor.hurrying = supervisor.stopping
        supervisor.stopping = True

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, asked_to_stop)
