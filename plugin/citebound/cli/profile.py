"""`citebound profile`: the source profiles."""

from __future__ import annotations

from pathlib import Path

import click

from citebound.cli.paths import A_FILE
from citebound.cli.session import Session
from citebound.command_headings import SETTINGS, under


@under(SETTINGS)
@click.group("profile")
def command() -> None:
    """List the source profiles, or check one of your own."""


@command.command("list", short_help="List the profiles that there are.")
@click.pass_obj
def listing(session: Session) -> None:
    """List the profiles: those of the configuration, of plugins and the built-in ones."""
    profiles = session.workflow.registry.profiles
    width = max(map(len, profiles), default=0)
    for name, profile in sorted(profiles.items()):
        click.echo(f"{name:{width}}  {profile.title}")


@command.command("check", short_help="Check that a profile file is well-formed.")
@click.argument("files", nargs=-1, required=True, type=A_FILE, metavar="FILE...")
def check(files: tuple[Path, ...]) -> None:
    """Check that a profile file is well-formed; the first mistake is named with its line."""
    from citebound.profiles import load_profile

    for path in files:
        profile = load_profile(path)
        click.echo(f"{path}: the profile {profile.name} is valid")
