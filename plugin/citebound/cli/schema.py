"""`citebound schema`: the JSON Schema of each shape."""

from __future__ import annotations

import json

import click

from citebound.cli.standard_output import put
from citebound.command_headings import SETTINGS, under


@under(SETTINGS)
@click.command("schema")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """Print the JSON Schema (2020-12) of a shape, or list the shapes."""
    from citebound.schemas import SHAPES, schema_of

    if name is None:
        for known, (_, about) in SHAPES.items():
            click.echo(f"{known:14} {about}")
        return
    put(json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n")
