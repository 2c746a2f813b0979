"""Wrong usage in one line, as all other mistakes are told: what is wrong, and which help tells more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from citebound.errors import UsageError

# Of click 8.2 and later; the help itself is what it says.
_HELP = getattr(click.exceptions, "NoArgsIsHelpError", ())


@contextmanager
def in_one_line() -> Iterator[None]:
    """Tells click's errors of usage as the program's own.

    Raises:
        UsageError: With one line for all that click would tell in several.
    """
    try:
        yield
    except _HELP:
        raise
    except click.UsageError as error:
        said = error.format_message().rstrip(".")
        told = " ".join(f"{said[:1].lower()}{said[1:]}".split()).replace(". Did you mean", "; did you mean")
        help_of = error.ctx.command_path if error.ctx else "citebound"
        raise UsageError(
            f"{told}{'' if told.endswith('?') else ';'} `{help_of} --help` tells more"
        ) from error
