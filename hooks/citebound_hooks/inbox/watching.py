"""Watches an inbox from a process of its own, so that no document holds it up."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from citebound.errors import CiteboundError
from citebound_hooks.inbox.folder import Inbox
from citebound_hooks.inbox.taking import Taker
from citebound_hooks.ledger.database import Ledger
from citebound_hooks.ledger.place import Place
from citebound_hooks.worker.journal import Form, Journal, to_standard_error
from citebound_hooks.worker.progress import say_over_the_bar

LOOK_MILLISECONDS = 500
"""How often to look again although nothing was heard: network folders tell nothing."""
THOROUGH = 10
"""At each how-manieth such look also files that were taken are looked at again."""


class Watch:
    """The watch over one inbox.

    Args:
        setup: The fingerprint that results hang on.
        place: The store.
        folder: The inbox.
        settle: Seconds after which a file that is left alone counts as complete.
        remove: Whether files are removed once they are taken in.
        form: How the journal is written.
    """

    def __init__(
        self, setup: str, place: Place, folder: Path, settle: float, *, remove: bool, form: Form
    ) -> None:
        self._setup, self._place, self._folder = setup, place, folder
        self._settle, self._remove, self._form = settle, remove, form
        self._pid: int | None = None

    def take_all(self, ledger: Ledger) -> None:
        """Takes in what is there, once it is complete."""
        inbox = Inbox(self._folder, self._settle)
        taker = self._taker(inbox, ledger)
        taker.look()
        end = time.monotonic() + 10 * self._settle + 10
        while inbox.settling and time.monotonic() < end:
            time.sleep(min(0.1, self._settle))
            taker.look()

    def keep_alive(self, ledger: Ledger) -> None:
        """Starts the watching process, or starts it anew if it has ended."""
        if self._pid is not None and os.waitpid(self._pid, os.WNOHANG) == (0, 0):
            return
        if self._pid is not None:
            time.sleep(
                LOOK_MILLISECONDS / 1000
            )  # it tells why it ended, and should not tell that all the time
        ledger.engine.dispose()  # SQLite must not be open across a fork
        parent = os.getpid()
        self._pid = os.fork()
        if self._pid == 0:
            self._watch(parent)

    def stop(self) -> None:
        """Ends the watching process; what it was taking in is taken in again at the next start."""
        if self._pid is not None:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(self._pid, signal.SIGTERM)
                os.waitpid(self._pid, 0)

    def _watch(self, parent: int) -> NoReturn:
        """The life of the watching process; it ends with its parent."""
        code = 1
        try:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is asked, and ends this one
            taker = self._taker(Inbox(self._folder, self._settle), self._place.open())
            taker.look()
            for number, heard in enumerate(self._ticks()):
                if os.getppid() != parent:
                    break
                taker.look(thorough=bool(heard) or number % THOROUGH == 0)
            code = 0
        except CiteboundError as error:
            self._journal().tell("waits:", reason=str(error))
        finally:
            os._exit(code)

    def _ticks(self) -> Iterator[object]:
        """Yields when something changes in the inbox, and now and then; an inbox that is gone may come back."""
        from watchfiles import watch

        while True:
            with suppress(OSError):
                yield from watch(
                    self._folder,
                    recursive=False,
                    rust_timeout=LOOK_MILLISECONDS,
                    yield_on_timeout=True,
                    stop_event=threading.Event(),
                    raise_interrupt=False,
                )
            time.sleep(LOOK_MILLISECONDS / 1000)
            yield True

    def _journal(self) -> Journal:
        return Journal(self._form, say_over_the_bar if self._form == "text" else to_standard_error)

    def _taker(self, inbox: Inbox, ledger: Ledger) -> Taker:
        journal = self._journal()
        return Taker(inbox, ledger, self._place.spool, self._setup, remove=self._remove, journal=journal)
