"""`citebound watch`: takes files from a folder as they come, and works on them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from citebound.command_headings import UPLOADS, under
from citebound.errors import UsageError
from citebound.path_arguments import PathArgument
from citebound_hooks.ledger.place import MISSING_EXTRA, Place, at_a_place
from citebound_hooks.worker.options import WorkerOptions, as_a_worker

if TYPE_CHECKING:
    from citebound.commands import CommandSession


@under(UPLOADS)
@click.command("watch", short_help="Take files from INBOX as they come, and work on them.")
@click.argument("inbox", type=PathArgument(exists=True, file_okay=False))
@click.option(
    "--settle",
    type=click.FloatRange(0),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="How long a file must be left alone to count as complete.",
)
@click.option("--remove", is_flag=True, help="Remove files from INBOX once they are taken in.")
@at_a_place
@as_a_worker
@click.pass_obj
def watch(
    session: CommandSession, /, *, place: Place, told: WorkerOptions, inbox: Path, settle: float, remove: bool
) -> None:
    """Take files from INBOX as they come, and work on them; briefings go to --output.

    Links, folders, pipes and files with odd names are refused and told. What is taken in stands in the store from
    then on.
    """
    try:
        import watchfiles  # noqa: F401  # said now, not when the first file comes
    except ImportError as error:
        raise UsageError(MISSING_EXTRA) from error
    ledger = place.open()
    from citebound_hooks.inbox.watching import Watch
    from citebound_hooks.worker.running import run_worker

    watching = Watch(session.fingerprint, place, inbox, settle, remove=remove, form=told.form)
    if told.once:
        watching.take_all(ledger)
        run_worker(session, place, ledger, told)
        return
    try:
        run_worker(session, place, ledger, told, lambda: watching.keep_alive(ledger))
    finally:
        watching.stop()
