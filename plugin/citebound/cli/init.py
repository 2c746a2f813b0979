"""`citebound init`: a commented configuration to start from."""

from __future__ import annotations

from pathlib import Path

import click

import citebound
from citebound.cli.session import Session
from citebound.command_headings import SETTINGS, under
from citebound.errors import UsageError
from citebound.whole_files import write_whole


@under(SETTINGS)
@click.command("init")
@click.option(
    "--profile", metavar="NAME", help="Use this source profile for all reports. [default: chosen by evidence]"
)
@click.option("--force", is_flag=True, help="Replace an existing file.")
@click.pass_obj
def command(session: Session, profile: str | None, force: bool) -> None:
    """Write a commented citebound.toml into this folder."""
    target = Path("citebound.toml")
    if target.exists() and not force:
        raise UsageError(f"{target} is there already; --force replaces it")
    chosen = session.workflow.registry.profile(profile).name if profile else None
    text = Path(citebound.__file__).with_name("citebound.example.toml").read_text("utf-8")
    line = f'profile = "{chosen}"' if chosen else '# profile = "refworld"'
    write_whole(target, text.replace("{profile}", line).encode())
    click.echo(target)
