"""Writes values to standard output in the chosen format."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial

from citebound.cli.standard_output import is_terminal, put
from citebound.formats import Format, Given, OutputContext, Shape
from citebound.registry import Registry


def context_for(registry: Registry, shape: Shape) -> partial[OutputContext]:
    """Returns what makes the context of each value: colours and the terminal's width only if a person reads it."""
    rules = registry.rules if shape == "findings" else ()
    if not is_terminal():
        return partial(OutputContext, rules=rules)
    from shutil import get_terminal_size

    return partial(OutputContext, rules=rules, terminal=_has_colours(), width=get_terminal_size().columns)


def _has_colours() -> bool:
    """Whether the terminal shows colours and its user wants them (https://no-color.org)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write(form: Format, given: Sequence[Given]) -> None:
    """Writes one value or several, as the format has it.

    Raises:
        PluginError: If the format fails.
        UsageError: If standard output cannot be written, as on a full disk.
    """
    for written in form.written(given):
        put(_ended(written))


def _ended(written: str | bytes) -> str | bytes:
    """Text with a newline at its end."""
    return f"{written}\n" if isinstance(written, str) and written and not written.endswith("\n") else written
