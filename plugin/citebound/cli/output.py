"""Writes values to standard output in the chosen format."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from functools import partial

import click

from citebound.errors import UsageError
from citebound.formats import Format, Given, OutputContext, Shape
from citebound.registry import Registry


def context_for(registry: Registry, shape: Shape) -> partial[OutputContext]:
    """Returns what makes the context of each value: colours and the terminal's width only if a person reads it."""
    return partial(
        OutputContext,
        rules=registry.rules if shape == "findings" else (),
        terminal=sys.stdout.isatty(),
        width=shutil.get_terminal_size().columns,
    )


def write(form: Format, given: Sequence[Given]) -> None:
    """Writes one value or several, as the format has it.

    Raises:
        UsageError: If standard output cannot be written, as on a full disk.
    """
    try:
        for written in _written(form, given):
            if isinstance(written, bytes):
                sys.stdout.buffer.write(written)
            else:
                click.echo(written, nl=not written.endswith("\n") and bool(written))
        sys.stdout.flush()
    except BrokenPipeError:
        raise  # a reader that has enough, such as `head`: click ends quietly
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is tried again at the end
        raise UsageError(f"standard output cannot be written: {error.strerror}") from error


def _written(form: Format, given: Sequence[Given]) -> Iterator[str | bytes]:
    if form.write_several is not None and len(given) > 1:
        yield form.write_several(given)
    else:
        yield from (form.write(*each) for each in given)
