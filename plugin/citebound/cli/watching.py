"""`--watch`: does the work again whenever a file changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from citebound.errors import UsageError


def again_on_change(work: Callable[[], None], paths: Sequence[Path]) -> None:
    """Does the work, and does it again after each change below the paths, until it is interrupted.

    Raises:
        UsageError: If the extra `watch` is not installed.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        raise UsageError("--watch needs an extra: pip install 'citebound[watch]'") from error
    work()
    click.echo("citebound: waiting for changes; Ctrl-C ends", err=True)
    for _ in watch(*paths, watch_filter=_concerns, raise_interrupt=False):
        work()


def _concerns(change: object, path: str) -> bool:
    """Whether a file that changed is a report, or says how reports are checked."""
    from citebound.media_types import is_report_name

    return is_report_name(path) or path.endswith(".toml")
