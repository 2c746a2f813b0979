"""`citebound enqueue`: takes documents in, for a worker to work on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from citebound.command_headings import UPLOADS, under
from citebound.errors import CiteboundError, UnreadableError, UsageError
from citebound.path_arguments import PathArgument
from citebound_hooks.ledger.place import Place, at_a_place

if TYPE_CHECKING:
    from citebound.commands import CommandSession


@under(UPLOADS)
@click.command("enqueue", short_help="Take documents in durably, and print their ids.")
@click.argument("files", nargs=-1, required=True, type=PathArgument(), metavar="FILE...")
@click.option(
    "--name", metavar="NAME", help="What the client called the document. [default: the file's name]"
)
@at_a_place
@click.pass_obj
def enqueue(session: CommandSession, place: Place, files: tuple[Path, ...], name: str | None) -> None:
    """Take documents in durably, and print their ids; `citebound work` does the rest.

    The same upload again gives the same id and no second job. A sidecar file beside a document is taken along.
    """
    if name is not None and len(files) > 1:
        raise UsageError("--name names one document; give one FILE")
    ledger = place.open()
    from citebound_hooks.intake.taking_in import take_in

    spool = place.spool
    for path in files:
        try:
            click.echo(take_in(ledger, spool, path, session.fingerprint, name=name).document)
        except UnreadableError as error:
            session.refuse(error, path)
        except CiteboundError as error:
            session.complain(f"{path}: not taken in: {error}")
            session.worsen(3)
