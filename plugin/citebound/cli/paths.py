"""Paths as typed on the command line, and `-` for standard input."""

from __future__ import annotations

from pathlib import Path

import click

from citebound.file_names import shown

STANDARD_INPUT = Path("-")
A_FILE = click.Path(path_type=Path, readable=False)
A_REPORT = click.Path(path_type=Path, readable=False, allow_dash=True)
"""Whether paths can be read is found out when they are read: one that cannot leaves the others."""


def named(path: Path) -> str:
    """Returns an input's name for messages."""
    return "standard input" if path == STANDARD_INPUT else shown(path)
