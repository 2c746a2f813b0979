"""A plugin whose offers look well and fail when they are used: formats and a command."""

import click

from citebound import hookimpl
from citebound.formats import Format


def fail(value, context):
    raise KeyError("tide")


@hookimpl
def citebound_formats():
    failing = [
        Format(name="broken", shape=shape, description="fails", write=fail)
        for shape in ("findings", "record", "extraction", "briefing")
    ]
    strange = Format(name="strange", shape="record", description="gives a list", write=lambda *given: [])
    return [*failing, strange]


@click.command("capsize")
def capsize():
    """Fails."""
    raise KeyError("tide")


@hookimpl
def citebound_commands():
    return [capsize]
