"""`citebound work`: takes enqueued documents through the workflow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from citebound.command_headings import UPLOADS, under
from citebound_hooks.ledger.place import Place, at_a_place
from citebound_hooks.worker.options import WorkerOptions, as_a_worker

if TYPE_CHECKING:
    from citebound.commands import CommandSession


@under(UPLOADS)
@click.command("work", short_help="Take enqueued documents through the workflow.")
@at_a_place
@as_a_worker
@click.pass_obj
def work(session: CommandSession, place: Place, told: WorkerOptions) -> None:
    """Take enqueued documents through the workflow, in processes with limits and without network.

    SIGTERM or Ctrl-C lets it finish what it began; a second one gives that back for another time.
    """
    ledger = place.open()
    from citebound_hooks.worker.running import run_worker

    run_worker(session, place, ledger, told)
