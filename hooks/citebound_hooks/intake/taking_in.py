"""Takes one document in: its bytes first, durably, then its line in the ledger."""

from __future__ import annotations

import os
import stat
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from citebound.desk.sidecar import SUFFIX, load_sidecar, sidecar_of
from citebound.errors import CiteboundError, UnreadableError
from citebound.uploads import LIMIT
from citebound_hooks.ledger.database import Ledger
from citebound_hooks.ledger.receiving import receive
from citebound_hooks.ledger.spool import Kept, Spool
from citebound_hooks.ledger.values import Receipt


def take_in(
    ledger: Ledger, spool: Spool, path: Path, setup: str, *, name: str | None = None, follow: bool = True
) -> Receipt:
    """Takes a document in, with the sidecar file beside it: keeps it and enters it into the ledger.

    Raises:
        UnreadableError: If it is no regular file, too large or cannot be read.
        ConfigurationError: If the sidecar file is wrong.
        CiteboundError: If it cannot be written or entered.
    """
    receipt = kept(spool, path, setup, name=name, follow=follow)
    receive(ledger, receipt)
    return receipt


def kept(spool: Spool, path: Path, setup: str, *, name: str | None = None, follow: bool = True) -> Receipt:
    """Keeps a document's bytes durably, with the sidecar file beside it.

    Args:
        spool: Where they are kept.
        path: Where it stands.
        setup: The fingerprint of configuration, rules, templates, plugins and version.
        name: What the client called it; the file's name if not given. Never used as a path.
        follow: Whether a symbolic link may name it.

    Raises:
        UnreadableError: If it is no regular file, too large or cannot be read.
        ConfigurationError: If the sidecar file is wrong.
        CiteboundError: If it cannot be written.

    Returns:
        What is to be entered into the ledger.
    """
    with open_regular(path, follow=follow) as source:
        decisions, decided = _decisions(spool, sidecar_of(path))
        document, size = _keep(spool, source)
    name = name or os.fsencode(path.name).decode("utf-8", "replace")
    key = key_of(document, setup, name, decisions)
    return Receipt(document=document, key=key, name=name, bytes=size, decisions=decisions, decided=decided)


def key_of(document: str, setup: str, name: str, decisions: str | None) -> str:
    """Returns what the result of a document hangs on; of its name, that is the ending."""
    kind = Path(name).suffix.lower()
    return sha256("\0".join([document, setup, kind, decisions or ""]).encode()).hexdigest()


def open_regular(path: Path, *, follow: bool = True) -> BinaryIO:
    """Opens a regular file; waits for no pipe and reads no device.

    Raises:
        UnreadableError: If it is something else, larger than any report, or cannot be opened.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | (0 if follow else os.O_NOFOLLOW))
    except OSError as error:
        raise UnreadableError(error.strerror or str(error), path=str(path)) from error
    source = os.fdopen(handle, "rb", closefd=True) if _is_regular(handle) else None
    if source is None:
        os.close(handle)
        raise UnreadableError("not a regular file", path=str(path))
    if os.fstat(handle).st_size > LIMIT:
        source.close()
        raise UnreadableError(f"larger than {LIMIT // 1024 // 1024} MiB; split it", path=str(path))
    return source


def _is_regular(handle: int) -> bool:
    return stat.S_ISREG(os.fstat(handle).st_mode)


def _keep(spool: Spool, source: BinaryIO, suffix: str = "") -> Kept:
    try:
        return spool.keep(source, suffix)
    except OSError as error:
        raise CiteboundError(f"cannot write to {spool.folder}: {error.strerror or error}") from error


def _decisions(spool: Spool, sidecar: Path) -> tuple[str | None, tuple[tuple[str, int], ...]]:
    """Keeps the sidecar file, if there is a sound one; returns its digest and what was decided how often."""
    if not sidecar.is_file():
        return None, ()
    decisions = load_sidecar(sidecar)
    with open_regular(sidecar, follow=False) as source:
        digest = _keep(spool, source, SUFFIX).digest
    done = Counter[str](decision.action for decision in decisions.decisions)
    done |= Counter({"supply": len(decisions.supplied), "suppress": len(decisions.suppressions)})
    return digest, tuple(sorted(done.items()))
