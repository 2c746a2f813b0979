"""The webhook: tells another system, signed, how each document ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citebound import hookimpl

if TYPE_CHECKING:
    import click


@hookimpl
def citebound_commands() -> Sequence[click.Command]:
    """Gives `citebound notify`."""
    from citebound_hooks.webhook.command import notify

    return [notify]
