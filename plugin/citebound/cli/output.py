"""Writes a value to standard output in the chosen format."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from typing import Any

import click

from citebound.errors import UsageError
from citebound.formats import OutputContext, Shape
from citebound.model import Document, SourceRecord
from citebound.registry import Registry


def write(
    registry: Registry,
    form: str,
    shape: Shape,
    value: Any,
    documents: Mapping[str, Document] | None,
    record: SourceRecord | None,
) -> None:
    """Writes the value; colours and the terminal's width only if a person reads it.

    Raises:
        ConfigurationError: If there is no such format for this shape.
        UsageError: If standard output cannot be written, as on a full disk.
    """
    context = OutputContext(
        rules=registry.rules if shape == "findings" else (),
        documents=documents or {},
        record=record,
        terminal=sys.stdout.isatty(),
        width=shutil.get_terminal_size().columns,
    )
    written = registry.format(form, shape).write(value, context)
    try:
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
