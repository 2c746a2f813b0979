"""The intake: takes uploads in, from any program's hook or from a watched folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citebound import hookimpl

if TYPE_CHECKING:
    import click


@hookimpl
def citebound_commands() -> Sequence[click.Command]:
    """Gives `citebound enqueue`."""
    from citebound_hooks.intake.enqueue import enqueue

    return [enqueue]
