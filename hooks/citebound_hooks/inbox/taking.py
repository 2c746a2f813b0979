"""Takes from an inbox what is complete, and refuses what is odd."""

from __future__ import annotations

from pathlib import Path

from citebound.desk.sidecar import sidecar_of
from citebound.errors import CiteboundError, ConfigurationError, UnreadableError
from citebound_hooks.inbox.folder import Inbox, refuse_odd
from citebound_hooks.intake.taking_in import take_in
from citebound_hooks.ledger.database import Ledger
from citebound_hooks.ledger.history import note
from citebound_hooks.ledger.spool import Spool
from citebound_hooks.worker.journal import Journal


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

    def look(self) -> None:
        """Takes in all files that are complete; what cannot be taken now is tried again at the next look."""
        try:
            for path in self._inbox.complete():
                self._take(path)
        except OSError as error:
            self._journal.tell("waits:", reason=f"the inbox cannot be read: {error.strerror or error}")

    def _take(self, path: Path) -> None:
        try:
            refuse_odd(path)
            take_in(self._ledger, self._spool, path, self._setup, follow=False)
        except (UnreadableError, ConfigurationError) as error:
            self._refuse(path, error)
        except CiteboundError as error:
            self._journal.tell("waits:", reason=str(error))
            return
        else:
            if self._remove:
                path.unlink(missing_ok=True)
                sidecar_of(path).unlink(missing_ok=True)
        self._inbox.taken(path)

    def _refuse(self, path: Path, error: CiteboundError) -> None:
        reason = error.reason if isinstance(error, UnreadableError) else str(error)
        name = ascii(path.name)[1:-1]
        self._journal.tell("refused:", name=name, reason=reason)
        try:
            note(self._ledger, "refused", name=name, reason=reason)
        except CiteboundError as unwritten:
            self._journal.tell("waits:", reason=str(unwritten))
