"""Looks through a folder for files that are complete and new."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from citebound.desk.sidecar import SUFFIX
from citebound.errors import UnreadableError
from citebound_hooks.inbox.names import is_left_alone, objection


class _State(NamedTuple):
    """What changes when a file or its sidecar file changes."""

    file: tuple[int, int, int]
    sidecar: tuple[int, int, int] | None


class Inbox:
    """A folder; remembers what was taken from it.

    Args:
        folder: Which one.
        settle_seconds: How long a file must be left alone to count as complete.
        clock: Seconds that never run backwards.
    """

    def __init__(
        self, folder: Path, settle_seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._folder, self._settle, self._clock = folder, settle_seconds, clock
        self._seen: dict[str, tuple[_State, float]] = {}
        self._done: dict[str, _State] = {}

    @property
    def settling(self) -> bool:
        """Whether files are there that may still grow, or that could not be taken yet."""
        return any(self._done.get(name) != state for name, (state, _) in self._seen.items())

    def complete(self, *, thorough: bool = True) -> Iterator[Path]:
        """Yields files that are complete and were not taken as they are now, in the order of their names.

        Args:
            thorough: Whether to look again at what was taken, too; a folder may hold many such files.

        Raises:
            OSError: If the folder cannot be read.
        """
        now = self._clock()
        found = self._states(thorough=thorough)
        since = {name: at for name, (state, at) in self._seen.items() if found.get(name) == state}
        self._seen = {name: (state, since.get(name, now)) for name, state in found.items() if state}
        self._done = {name: state for name, state in self._done.items() if name in self._seen}
        for name, (state, at) in self._seen.items():
            if self._done.get(name) != state and now - at >= self._settle:
                yield self._folder / name

    def taken(self, path: Path) -> None:
        """Remembers that a file was taken, or refused, as it is now."""
        if path.name in self._seen:
            self._done[path.name] = self._seen[path.name][0]

    def _is(self, name: str, state: _State) -> bool:
        """Whether a file was last seen like this."""
        return name in self._seen and self._seen[name][0] == state

    def _states(self, *, thorough: bool) -> dict[str, _State | None]:
        """How all files are now, by name; the folder may hold many, so each is asked at most once."""
        with os.scandir(self._folder) as entries:
            there = {entry.name: entry for entry in entries}
        kept = sorted(name for name in there if not is_left_alone(name))
        known = {} if thorough else {name: done for name, done in self._done.items() if self._is(name, done)}
        return {name: known.get(name) or _state(there[name], there.get(f"{name}{SUFFIX}")) for name in kept}


def refuse_odd(path: Path) -> None:
    """Refuses what is no plain file with a plain name.

    Raises:
        UnreadableError: Says why.
    """
    reason = objection(path.name)
    if path.is_symlink():
        reason = "it is a symbolic link; put the file itself there"
    elif path.is_dir():
        reason = "it is a folder; put its files there"
    if reason:
        raise UnreadableError(reason, path=ascii(path.name)[1:-1])


def _state(file: os.DirEntry[str], sidecar: os.DirEntry[str] | None) -> _State | None:
    found = _of(file)
    return None if found is None else _State(found, _of(sidecar) if sidecar else None)


def _of(entry: os.DirEntry[str]) -> tuple[int, int, int] | None:
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:  # gone since it was listed
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
