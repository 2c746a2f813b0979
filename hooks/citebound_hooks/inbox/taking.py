"""Takes from an inbox what is complete, and refuses what is odd."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from citebound.desk.sidecar import sidecar_of
from citebound.errors import CiteboundError, ConfigurationError, UnreadableError
from citebound_hooks.inbox.folder import Inbox, refuse_odd
from citebound_hooks.intake.taking_in import kept
from citebound_hooks.ledger.database import Ledger
from citebound_hooks.ledger.history import note
from citebound_hooks.ledger.receiving import receive
from citebound_hooks.ledger.spool import Spool
from citebound_hooks.ledger.values import Receipt
from citebound_hooks.worker.journal import Journal

AT_ONCE = 32
"""How many files are entered in one transaction: each costs a write to disk, and work should not wait for all."""


class Taker:
    """Empties an inbox into the ledger.

    Args:
        inbox: The folder.
        ledger: Where uploads are entered.
        spool: Where their bytes are kept.
        setup: The fingerprint that results hang on.
        remove: Whether files are removed from the folder once they are taken in.
        journal: Where it says what it does.
    """

    def __init__(
        self, inbox: Inbox, ledger: Ledger, spool: Spool, setup: str, *, remove: bool, journal: Journal
    ) -> None:
        self._inbox, self._ledger, self._spool, self._setup = inbox, ledger, spool, setup
        self._remove, self._journal = remove, journal

    def look(self, *, thorough: bool = True) -> None:
        """Takes in all files that are complete; what cannot be taken now is tried again at the next look."""
        try:
            for paths in _in_batches(self._inbox.complete(thorough=thorough)):
                self._take(paths)
        except OSError as error:
            self._journal.tell("waits:", reason=f"the inbox cannot be read: {error.strerror or error}")

    def _take(self, paths: Iterable[Path]) -> None:
        """Keeps some files, enters them together, and only then lets go of them."""
        receipts = [(path, receipt) for path in paths if (receipt := self._kept(path))]
        try:
            with self._ledger.together() as ledger:
                for _, receipt in receipts:
                    receive(ledger, receipt)
        except CiteboundError as error:
            self._journal.tell("waits:", reason=str(error))
            return
        for path, _ in receipts:
            self._let_go(path)

    def _kept(self, path: Path) -> Receipt | None:
        try:
            refuse_odd(path)
            return kept(self._spool, path, self._setup, follow=False)
        except (UnreadableError, ConfigurationError) as error:
            self._refuse(path, error)
            self._inbox.taken(path)
        except CiteboundError as error:
            self._journal.tell("waits:", reason=str(error))
        return None

    def _let_go(self, path: Path) -> None:
        self._inbox.taken(path)
        if not self._remove:
            return
        for each in (path, sidecar_of(path)):
            try:
                each.unlink(missing_ok=True)
            except OSError as error:
                reason = f"taken in, but it cannot be removed: {error.strerror or error}"
                self._journal.tell("kept:", name=ascii(each.name)[1:-1], reason=reason)

    def _refuse(self, path: Path, error: CiteboundError) -> None:
        reason = error.reason if isinstance(error, UnreadableError) else str(error)
        name = ascii(path.name)[1:-1]
        self._journal.tell("refused:", name=name, reason=reason)
        try:
            note(self._ledger, "refused", name=name, reason=reason)
        except CiteboundError as unwritten:
            self._journal.tell("waits:", reason=str(unwritten))


def _in_batches(paths: Iterator[Path]) -> Iterator[list[Path]]:
    while batch := list(islice(paths, AT_ONCE)):
        yield batch
