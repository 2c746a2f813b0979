"""Keeps the bytes of received documents until they are purged: each file is there whole or not at all.

A file is named after the digest of its bytes, never after what the client called it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from shutil import copyfileobj
from tempfile import NamedTemporaryFile
from typing import BinaryIO, NamedTuple

from citebound.desk.sidecar import SUFFIX

UNFINISHED = ".part"


class Kept(NamedTuple):
    """A kept file: the SHA-256 of its bytes, and how many there are."""

    digest: str
    bytes: int


@dataclass(frozen=True)
class Spool:
    """A folder of received documents."""

    folder: Path
    _durable: set[Path] = field(default_factory=set, repr=False, compare=False)

    def path_of(self, digest: str, suffix: str = "") -> Path:
        """Returns where the bytes with this digest stand."""
        return self.folder / digest[:2] / f"{digest}{suffix}"

    def sidecar_of(self, digest: str) -> Path:
        """Returns where a sidecar file with this digest stands."""
        return self.path_of(digest, SUFFIX)

    def keep(self, source: BinaryIO, suffix: str = "") -> Kept:
        """Copies the bytes; when it returns they survive a power failure.

        Raises:
            OSError: If they cannot be written. Nothing half is left.
        """
        digest = file_digest(source, "sha256").hexdigest()  # type: ignore[arg-type]  # any binary file will do
        there = self.path_of(digest, suffix)
        if there.is_file():
            self._sync(there)  # whoever put it there may not have come so far
            return Kept(digest, there.stat().st_size)
        source.seek(0)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.folder, suffix=UNFINISHED, delete=False) as copy:
            beside = Path(copy.name)
            try:
                copyfileobj(source, copy, 1 << 20)
                copy.flush()
                os.fsync(copy.fileno())
                kept = _digest(beside)
                self._settle(beside, self.path_of(kept.digest, suffix))
            except BaseException:
                with suppress(OSError):
                    beside.unlink()
                raise
        return kept

    def erase(self, digest: str, suffix: str = "") -> None:
        """Removes a kept file, if it is there."""
        self.path_of(digest, suffix).unlink(missing_ok=True)

    def sweep(self, older_than: float) -> None:
        """Removes what killed processes left half-written.

        Args:
            older_than: A moment, in seconds since 1970; younger ones may still grow.
        """
        for left in self.folder.glob(f"*{UNFINISHED}"):
            with suppress(OSError):  # gone already, or another time
                if left.stat().st_mtime < older_than:
                    left.unlink()

    def _settle(self, beside: Path, target: Path) -> None:
        target.parent.mkdir(mode=0o700, exist_ok=True)
        beside.replace(target)
        self._sync(target)

    def _sync(self, target: Path) -> None:
        """Makes a new name durable, and once the name of the folder that it is in."""
        above = () if target.parent in self._durable else (self.folder,)
        for folder in (target.parent, *above):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
        self._durable.add(target.parent)


def _digest(path: Path) -> Kept:
    with path.open("rb") as content:
        return Kept(file_digest(content, "sha256").hexdigest(), os.fstat(content.fileno()).st_size)
