"""Wrong usage in one line, as all other mistakes are told: what is wrong, and which help tells more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from citebound.errors import UsageError


@contextmanager
def in_one_line() -> Iterator[None]:
    """Tells click's errors of usage as the program's own.

    Raises:
        UsageError: With one line for all that click would tell in several.
    """
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:  # the help itself is what it says
        raise
    except click.UsageError as error:
        told = _told(error)
        help_of = error.ctx.command_path if error.ctx else "citebound"
        raise UsageError(
            f"{told}{'' if told.endswith('?') else ';'} `{help_of} --help` tells more"
        ) from error


def _told(error: click.UsageError) -> str:
    """What is wrong; of an option that is not there in our own words, as each version of click has others."""
    if isinstance(error, click.NoSuchOption):
        from citebound.wrong_values import did_you_mean

        near = did_you_mean(error.option_name, error.possibilities or ())
        return f"there is no option {error.option_name!r}{f'; {near}' if near else ''}"
    said = error.format_message().rstrip(".").replace("No such", "there is no", 1)
    said = said.replace(". Did you mean", "; did you mean", 1)
    return " ".join(f"{said[:1].lower()}{said[1:]}".split())
