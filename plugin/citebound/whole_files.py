"""Writes files that are there whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from citebound.errors import UnwritableError

_NEW = 0o666  # less what the umask takes


def write_whole(target: Path, content: bytes, *, follow: bool = False) -> None:
    """Writes beside the target, then takes its place: readers see the old file or the new one, never a part.

    A file that was there keeps its permissions. A device or a pipe (`/dev/null`) is written into, never replaced.

    Args:
        target: The file.
        content: All of it.
        follow: Whether of a link what it points to is written; else the link itself is replaced.

    Raises:
        UnwritableError: If the folder is missing or cannot be written to, or the disk is full. No temporary file is
            left, an old file stays as it was.
    """
    try:
        if _is_stream(target):
            target.write_bytes(content)
        else:
            _replace(target.resolve() if follow else target, content)
    except OSError as error:
        raise UnwritableError(f"{target}: cannot be written: {_reason(error, target)}") from error


def _is_stream(target: Path) -> bool:
    """Whether something is there that is neither a file nor a folder, be it behind a link."""
    return target.exists() and not target.is_file() and not target.is_dir()


def _replace(target: Path, content: bytes) -> None:
    beside = target.with_name(f".{_short(target.name)}.{os.getpid()}.part")
    file = _create(beside)
    try:
        with file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.is_file() and not target.is_symlink():
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
    _settle(target.parent)


def _short(name: str) -> str:
    """Keeps a temporary name within what file systems allow (255 bytes)."""
    return name if len(os.fsencode(name)) < 200 else sha256(os.fsencode(name)).hexdigest()


def _create(path: Path) -> BinaryIO:
    """Opens a file that was not there; follows no link that stands in its place."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, _NEW), "wb")


def _settle(folder: Path) -> None:
    """Makes the new name itself durable, where folders can be synchronised."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _reason(error: OSError, target: Path) -> str:
    if not target.parent.is_dir():
        return f"there is no folder {target.parent}"
    if target.is_dir():
        return "it is a folder; name a file"
    return error.strerror or str(error)
