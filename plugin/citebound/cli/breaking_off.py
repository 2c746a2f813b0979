"""How a call ends that is broken off: by the user, or by a reader that has enough, such as `head`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from citebound.cli.session import Session
from citebound.cli.standard_output import give_up

INTERRUPTED, NOBODY_READS = 130, 141
"""128 and the number of SIGINT and of SIGPIPE, as shells have it: neither says anything of findings."""


@contextmanager
def broken_off(session: Session) -> Iterator[None]:
    """Ends with a line, or quietly, and with an exit code of its own.

    Raises:
        click.exceptions.Exit: With that code.
    """
    try:
        yield
    except (KeyboardInterrupt, click.Abort) as error:
        if sys.stderr is not None and sys.stderr.isatty():
            click.echo(err=True)  # behind the ^C that the terminal shows
        session.complain("interrupted")
        raise click.exceptions.Exit(INTERRUPTED) from error
    except BrokenPipeError as error:
        give_up()
        raise click.exceptions.Exit(NOBODY_READS) from error
