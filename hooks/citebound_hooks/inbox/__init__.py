"""The inbox: a watched folder whose files are taken in and worked on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citebound import hookimpl

if TYPE_CHECKING:
    import click


@hookimpl
def citebound_commands() -> Sequence[click.Command]:
    """Gives `citebound watch`."""
    from citebound_hooks.inbox.command import watch

    return [watch]
