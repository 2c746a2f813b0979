"""The ledger: what arrived, what became of it, what was written where, and who decided what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citebound import hookimpl

if TYPE_CHECKING:
    import click


@hookimpl
def citebound_commands() -> Sequence[click.Command]:
    """Gives `citebound status`, `log`, `replay`, `purge` and `metrics`."""
    from citebound_hooks.ledger.commands import log, purge, replay, status
    from citebound_hooks.ledger.exposing import metrics

    return [status, log, replay, purge, metrics]
