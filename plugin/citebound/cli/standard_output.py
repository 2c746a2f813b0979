"""Standard output, and what to say when it or another file of the system refuses."""

from __future__ import annotations

import errno
import io
import os
import sys

from citebound.errors import UsageError
from citebound.file_names import shown


def is_terminal() -> bool:
    """Whether a person reads standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def prepare() -> None:
    """Lets standard output take every text and every file name, whatever the system's encoding is.

    Files and other programs get UTF-8, the same bytes everywhere; on a terminal what it cannot show is escaped.
    """
    if not isinstance(sys.stdout, io.TextIOWrapper):
        return
    if is_terminal():
        sys.stdout.reconfigure(errors="backslashreplace")
    else:
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")


def put(text: str | bytes) -> None:
    """Writes to standard output; if it is closed nobody wants to know.

    Raises:
        UsageError: If it cannot be written, as on a full disk.
        BrokenPipeError: If its reader has enough, such as `head`.
    """
    if sys.stdout is None:
        return
    if isinstance(text, str):
        text = text.encode(sys.stdout.encoding, "backslashreplace")
    try:
        sys.stdout.buffer.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(_cannot_be_written(error)) from error


def told(error: Exception) -> str:
    """Returns the one line that says what is wrong; of an error of the system with the file's name."""
    if not isinstance(error, OSError):
        return str(error)
    if error.filename is not None:
        return f"{shown(error.filename)}: {error.strerror or error}"
    return _cannot_be_written(error) if _refuses(error) else error.strerror or str(error)


def _refuses(error: OSError) -> bool:
    """Whether an error that names no file is of standard output: what it holds back is still refused."""
    if sys.stdout is None:
        return False
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.write_through:  # nothing is held back
        return error.errno == errno.ENOSPC
    try:
        sys.stdout.flush()
    except OSError:
        return True
    return False


def give_up() -> None:
    """Lets nothing be tried again when the program ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _cannot_be_written(error: OSError) -> str:
    give_up()
    return f"standard output cannot be written: {error.strerror}"
