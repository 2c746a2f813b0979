"""Where the workflow keeps its ledger and the documents it received."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import click

from citebound.errors import ConfigurationError, UsageError
from citebound.path_arguments import PathArgument

if TYPE_CHECKING:
    from citebound_hooks.ledger.database import Ledger
    from citebound_hooks.ledger.spool import Spool

MISSING_EXTRA = "the upload workflow needs an extra: pip install 'citebound[workflow]'"


@dataclass(frozen=True, kw_only=True)
class Place:
    """The store of one workflow.

    Attributes:
        folder: Holds the received documents, and the ledger unless `database` names another.
        database: The address of the ledger's database; None takes SQLite in the folder.
    """

    folder: Path
    database: str | None = None

    @property
    def spool(self) -> Spool:
        """The received documents."""
        from citebound_hooks.ledger.spool import Spool

        return Spool(self.folder / "spool")

    @property
    def briefings(self) -> Path:
        """The folder of briefings, unless another was asked for."""
        return self.folder / "briefings"

    @property
    def address(self) -> str:
        """The address of the ledger's database."""
        return self.database or f"sqlite:///{(self.folder / 'ledger.db').absolute()}"

    def open(self) -> Ledger:
        """Opens the ledger; makes or upgrades it where needed.

        Raises:
            UsageError: If the extra `workflow` is not installed.
            ConfigurationError: If the folder or the database cannot be used.
        """
        database = _database()
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            reason = "it is no folder" if self.folder.exists() else error.strerror or str(error)
            raise ConfigurationError(f"--store {self.folder}: {reason}") from error
        return _closed_with_the_command(database.open_ledger(self.address, self.folder))

    def open_made(self) -> Ledger:
        """Opens a ledger that was made before.

        Raises:
            UsageError: If there is none, or the extra `workflow` is not installed.
            ConfigurationError: If the folder or the database cannot be used.
        """
        _database()
        if not self._is_made():
            raise UsageError(f"there is no ledger in {self.folder}; name its --store, or enqueue a document")
        return self.open()

    def look(self) -> Ledger | None:
        """Opens the ledger only to look at it; None if it was not made yet.

        Raises:
            UsageError: If the extra `workflow` is not installed.
            ConfigurationError: If there is no such kind of database.
        """
        database = _database()
        if not self._is_made():
            return None
        return _closed_with_the_command(database.look_into(self.address))

    def _is_made(self) -> bool:
        return self.database is not None or (self.folder / "ledger.db").exists()


def _closed_with_the_command(ledger: Ledger) -> Ledger:
    """The ledger, closed when the command ends that opened it, if there is one."""
    if command := click.get_current_context(silent=True):
        command.call_on_close(ledger.engine.dispose)
    return ledger


def _database() -> ModuleType:
    try:
        from citebound_hooks.ledger import database
    except ImportError as error:
        raise UsageError(MISSING_EXTRA) from error
    return database


out_option = click.option(
    "-o",
    "--output",
    "--out",
    "out",
    type=PathArgument(),
    envvar="CITEBOUND_OUT",
    show_envvar=True,
    metavar="DIR",
    help="Folder for briefings. [default: `briefings` in the store]",
)
"""Adds `--output`; the command gets it as `out`, None for `Place.briefings`."""


def at_a_place(command: Callable[..., None]) -> Callable[..., None]:
    """Adds `--store` and `--database`; the command gets them as one `place`."""

    @click.option(
        "--store",
        type=PathArgument(),
        default=Path("citebound-store"),
        envvar="CITEBOUND_STORE",
        show_default=True,
        show_envvar=True,
        metavar="DIR",
        help="Folder of the ledger and the received documents.",
    )
    @click.option(
        "--database",
        envvar="CITEBOUND_DATABASE",
        show_envvar=True,
        metavar="URL",
        help="Database of the ledger. [default: SQLite in the store]",
    )
    @wraps(command)
    def placed(*, store: Path, database: str | None, **rest: Any) -> None:
        command(place=Place(folder=store, database=database), **rest)

    return placed
