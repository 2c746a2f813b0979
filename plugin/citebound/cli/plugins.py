"""`citebound plugins`: what is installed."""

from __future__ import annotations

import json

import click

from citebound.cli.session import Session
from citebound.cli.standard_output import put
from citebound.command_headings import SETTINGS, under


@under(SETTINGS)
@click.command("plugins", short_help="List the plugins with the hooks that each implements.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Output format.",
)
@click.pass_obj
def command(session: Session, form: str) -> None:
    """List the plugins, in the order in which they are asked, with the hooks that each implements."""
    plugins = session.plugins
    rows = [
        {"name": name, "version": plugins.third_parties.get(name), "hooks": plugins.hooks_of(name)}
        for name in plugins.names()
    ]
    if form == "json":
        failed = [failure.to_dict() for failure in plugins.failures]
        put(json.dumps({"plugins": rows, "incomplete": failed}, indent=2, ensure_ascii=False) + "\n")
        return
    width = max((len(str(row["name"])) for row in rows), default=0)
    for row in rows:
        origin = f"version {row['version']}" if row["version"] else "built in"
        click.echo(f"{row['name']:{width}}  {origin:16}  {', '.join(row['hooks'] or ())}")
