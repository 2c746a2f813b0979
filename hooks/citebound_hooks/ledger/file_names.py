"""Names of published briefings: by the document's id, but of a redacted one by a name that only the store can tell.

The id is the SHA-256 of the upload. Whoever has all words of a source but one hidden name could try names until the id
fits, so a redacted briefing must not bear it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from hmac import digest
from pathlib import Path
from secrets import token_bytes

from citebound.errors import CiteboundError
from citebound.model import Briefing

KEY, KEY_BYTES = "file-names.key", 32
ENDING = ".briefing.pdf"


class FileNames:
    """The names that a store gives.

    Args:
        store: Its folder; holds the key of the names, made when it is first needed and readable by its owner alone.
    """

    def __init__(self, store: Path) -> None:
        self._path = store / KEY

    def stem(self, document: str, briefing: Briefing) -> str:
        """Returns what the name of a document's briefing begins with; for the same document always the same.

        Raises:
            CiteboundError: If the key cannot be read or made.
        """
        handling = briefing.record.handling
        redacted = handling.redacted if handling else None
        return self._keyed(document) if redacted and redacted.digest == "redacted text" else document

    def stems(self, document: str) -> Iterator[str]:
        """Yields all that names of a document's briefings may have begun with so far."""
        yield document
        if self._path.exists():
            yield self._keyed(document)

    def _keyed(self, document: str) -> str:
        return digest(self._key, document.encode(), "sha256").hex()

    @cached_property
    def _key(self) -> bytes:
        try:
            if not self._path.exists():
                _make(self._path)
            key = self._path.read_bytes()
        except OSError as error:
            raise CiteboundError(f"{self._path}: {error.strerror or error}") from error
        if len(key) != KEY_BYTES:
            raise CiteboundError(
                f"{self._path}: is damaged; remove it, and redacted briefings get other names"
            )
        return key


def _make(path: Path) -> None:
    """Makes a key; of several who do so at once the first wins."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(handle)
        with suppress(FileExistsError):
            path.hardlink_to(beside)
    finally:
        beside.unlink()


def name_of(stem: str, entry: int | None) -> str:
    """Returns the name of a file; entries of a reference list are numbered."""
    return f"{stem}{ENDING}" if entry is None else f"{stem}.{entry}{ENDING}"
