"""Shows on a terminal how far the work is."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from citebound_hooks.ledger.database import Ledger, LedgerError
from citebound_hooks.ledger.values import Status

if TYPE_CHECKING:
    from rich.progress import Progress

LOOK_SECONDS = 0.5


class Screen:
    """What a person sees: lines that stay, and below them a bar.

    Counts anew now and then; no thread does so, for a process with threads must not be forked.

    Args:
        ledger: What is counted.
        progress: The bar.
    """

    def __init__(self, ledger: Ledger, progress: Progress) -> None:
        self._ledger, self._progress = ledger, progress
        self._task = progress.add_task("", total=None)
        self._next = 0.0

    def say(self, line: str) -> None:
        """Writes a line above the bar."""
        self._progress.console.print(line, markup=False, highlight=False, soft_wrap=True)

    def look(self) -> None:
        """Draws the bar anew, if it is time to."""
        from citebound_hooks.ledger.standing import status_of_all

        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + LOOK_SECONDS
        try:
            status = status_of_all(self._ledger)
        except LedgerError:
            return  # the worker tells it
        done = sum(status.outcomes.values())
        self._progress.update(
            self._task, description=in_words(status), completed=done, total=max(1, status.documents)
        )
        self._progress.refresh()


@contextmanager
def screen(ledger: Ledger, form: str) -> Iterator[Screen | None]:
    """Gives a screen; None unless a person looks at standard error."""
    if form != "text" or not sys.stderr.isatty():
        yield None
        return
    with _bar() as progress:
        yield Screen(ledger, progress)


def say_over_the_bar(line: str) -> None:
    """Writes a line from another process than the one that draws the bar, which is then drawn anew."""
    clear = "\r\x1b[2K" if sys.stderr.isatty() else ""
    click.echo(f"{clear}{line}", err=True)


def in_words(status: Status) -> str:
    """Returns what is left to do, and what needs somebody's eye."""
    parts = {
        "at work": status.working,
        "waiting": status.waiting - status.held,
        "held": status.held,
        "quarantined": status.outcomes["quarantined"],
    }
    return ", ".join(f"{number} {what}" for what, number in parts.items() if number) or "idle"


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    return Progress(
        *columns,
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
