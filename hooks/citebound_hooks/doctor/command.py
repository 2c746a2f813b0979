"""`citebound doctor`: is everything in order?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from citebound.command_headings import UPLOADS, under
from citebound_hooks.ledger.place import Place, at_a_place, out_option

if TYPE_CHECKING:
    from citebound.commands import CommandSession


@under(UPLOADS)
@click.command("doctor", short_help="Look whether folders, ledger, fonts and plugins are in order.")
@out_option
@at_a_place
@click.pass_obj
def doctor(session: CommandSession, place: Place, out: Path | None) -> None:
    """Look whether folders, ledger, fonts, template and plugins are in order; exit with 1 if something is wrong.

    It changes nothing: what is not there yet is only named.
    """
    from citebound_hooks.doctor.examining import examine

    for examined in examine(session, place, out or place.briefings):
        click.echo(f"{examined.state:<6}{examined.what:<10}{examined.said}")
        if examined.state == "wrong":
            session.worsen(1)
