"""`citebound status`, `log`, `replay` and `purge`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from citebound.command_headings import UPLOADS, under
from citebound.errors import CiteboundError, UsageError
from citebound_hooks.ledger.place import Place, at_a_place

if TYPE_CHECKING:
    from citebound.commands import CommandSession
    from citebound_hooks.ledger.asking_anew import Remains


def _formats(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    choice = click.Choice(names)
    return click.option(
        "--format", "form", type=choice, default=names[0], show_default=True, help="Output format."
    )


@under(UPLOADS)
@click.command("status")
@click.argument("document", required=False)
@_formats("text", "json", "prometheus")
@at_a_place
def status(place: Place, document: str | None, form: str) -> None:
    """Tell where documents stand.

    DOCUMENT is an id that `citebound enqueue` printed, or its first six characters or more; without it all are
    counted.
    """
    if document is not None and form == "prometheus":
        raise UsageError("--format prometheus counts all documents; leave out DOCUMENT")
    ledger = place.open_made()
    from citebound_hooks.ledger.standing import standing_of, status_of_all
    from citebound_hooks.ledger.telling import as_json, as_metrics, count_in_words, standing_in_words

    if document is not None:
        standing = standing_of(ledger, document)
        click.echo(as_json(standing) if form == "json" else standing_in_words(standing))
        return
    counted = status_of_all(ledger)
    write = {"text": count_in_words, "json": as_json, "prometheus": as_metrics}[form]
    click.echo(write(counted))


@under(UPLOADS)
@click.command("log", short_help="Print the history of a document, or of all.")
@click.argument("document", required=False)
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="Print only the newest N lines.")
@_formats("text", "json")
@at_a_place
def log(place: Place, document: str | None, last: int | None, form: str) -> None:
    """Print the history of a document, or of all; with --format json one object a line.

    DOCUMENT is an id that `citebound enqueue` printed, or its first six characters or more.
    """
    ledger = place.open_made()
    from citebound_hooks.ledger.history import history
    from citebound_hooks.ledger.standing import standing_of
    from citebound_hooks.ledger.telling import as_json, event_in_words

    wanted = standing_of(ledger, document).id if document else None
    for event in history(ledger, wanted, last):
        click.echo(as_json(event) if form == "json" else event_in_words(event))


@under(UPLOADS)
@click.command("replay", short_help="Let a document be worked on once more.")
@click.argument("document", required=False)
@click.option("--failed", is_flag=True, help="Replay all documents that were quarantined.")
@at_a_place
@click.pass_obj
def replay(session: CommandSession, place: Place, document: str | None, failed: bool) -> None:
    """Let a document, or all that were quarantined, be worked on once more; print their ids.

    DOCUMENT is an id that `citebound enqueue` printed, or its first six characters or more.
    """
    if (document is None) != failed:
        raise UsageError("name one DOCUMENT, or give --failed")
    ledger = place.open_made()
    from citebound_hooks.ledger import asking_anew
    from citebound_hooks.ledger.standing import standing_of

    wanted = standing_of(ledger, document).id if document else None
    again = asking_anew.replay(ledger, wanted)
    for each in again:
        click.echo(each)
    if not again:
        session.complain(
            "nothing is quarantined" if failed else f"{wanted} is waiting or being worked on already"
        )


@under(UPLOADS)
@click.command("purge", short_help="Erase a document and its briefings.")
@click.argument("document")
@at_a_place
@click.pass_obj
def purge(session: CommandSession, place: Place, document: str) -> None:
    """Erase a document and its briefings; that it was there stays in the history.

    DOCUMENT is an id that `citebound enqueue` printed, or its first six characters or more.
    """
    ledger = place.open_made()
    from citebound_hooks.ledger.asking_anew import bury
    from citebound_hooks.ledger.standing import standing_of

    standing = standing_of(ledger, document)
    for where in _erase(place, standing.id, bury(ledger, standing)):
        session.complain(f"erase it where it is: {where}")
    click.echo(standing.id)


def _erase(place: Place, document: str, remains: Remains) -> list[str]:
    """Removes the files; returns what is not a file named after the document.

    Raises:
        CiteboundError: If a file cannot be removed. The purge can be asked for again.
    """
    from citebound.desk.sidecar import SUFFIX
    from citebound_hooks.ledger.file_names import FileNames

    stems = tuple(FileNames(place.folder).stems(document))
    own = [Path(where) for where in remains.written if Path(where).name.startswith(stems)]
    try:
        place.spool.erase(document)
        for digest in remains.sidecars:
            place.spool.erase(digest, SUFFIX)
        for path in own:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise CiteboundError(
            f"cannot erase {error.filename}: {error.strerror}; mend that and purge again"
        ) from error
    return [where for where in remains.written if Path(where) not in own]
