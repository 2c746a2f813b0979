"""The passphrase of a key: from a file, from the environment, or typed; never on the command line."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

import click

from citebound.errors import UsageError

VARIABLE = "CITEBOUND_SIGN_PASSPHRASE"
FILE_VARIABLE = "CITEBOUND_SIGN_PASSPHRASE_FILE"


def passphrase_for(key: Path, file: Path | None = None) -> bytes | None:
    """Returns the passphrase; None where nobody can be asked, for a key that has none.

    Args:
        key: The key's file, named when somebody is asked.
        file: Holds the passphrase in its first line; None takes the one that the environment names.

    Raises:
        UsageError: If that file cannot be read.
    """
    named = os.environ.get(FILE_VARIABLE)
    if file is None and VARIABLE in os.environ:
        return os.environ[VARIABLE].encode()
    if file is not None or named:
        return _first_line(file or Path(str(named)))
    if sys.stdin is None or not sys.stdin.isatty():
        return None
    return _asked(key)


@cache
def _asked(key: Path) -> bytes | None:
    """Asks once for each key."""
    typed: str = click.prompt(
        f"Passphrase of {key}", hide_input=True, default="", show_default=False, err=True
    )
    return typed.encode() or None


def _first_line(file: Path) -> bytes:
    try:
        return file.read_bytes().split(b"\n", 1)[0].rstrip(b"\r")
    except OSError as error:
        raise UsageError(f"{file}: the passphrase cannot be read: {error.strerror}") from error
