"""Paths as typed on the command line, and `-` for standard input or output."""

from __future__ import annotations

from pathlib import Path

from citebound.errors import UsageError
from citebound.file_names import shown
from citebound.path_arguments import PathArgument

STANDARD_INPUT = STANDARD_OUTPUT = Path("-")
A_FILE = PathArgument()
A_REPORT = PathArgument(allow_dash=True)
"""Whether paths can be read is found out when they are read: one that cannot leaves the others."""


def named(path: Path) -> str:
    """Returns an input's name for messages."""
    return "standard input" if path == STANDARD_INPUT else shown(path)


def working_folder() -> Path:
    """Returns the folder that the user is in.

    Raises:
        UsageError: If it was removed meanwhile.
    """
    try:
        return Path.cwd()
    except FileNotFoundError as error:
        raise UsageError("the folder that you are in is gone; change to another one") from error
