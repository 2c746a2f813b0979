"""The worker: takes leased documents through the workflow, each in a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citebound import hookimpl

if TYPE_CHECKING:
    import click


@hookimpl
def citebound_commands() -> Sequence[click.Command]:
    """Gives `citebound work`."""
    from citebound_hooks.worker.command import work

    return [work]
