"""Opens the ledger's database: SQLite made durable, or another a URL away."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from citebound.errors import CiteboundError, ConfigurationError
from citebound_hooks.ledger.upgrade import upgrade

BUSY_SECONDS = 30
_HINTS = {"not a database": "name another --store or --database", "disk I/O error": "is the disk full?"}


class LedgerError(CiteboundError):
    """The database does not answer: locked, full, gone. What was being done was not done."""


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """An open ledger.

    Attributes:
        engine: The database.
        name: The database's address, without password.
        clock: Seconds since 1970; it may jump.
        joined: The transaction that all writing is part of; None gives each its own.
    """

    engine: Engine
    name: str
    clock: Callable[[], float] = time.time
    joined: Connection | None = None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it or nothing.

        Raises:
            LedgerError: If the database does not answer.
        """
        if self.joined is not None:
            yield self.joined
            return
        with self.told(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def together(self) -> Iterator[Ledger]:
        """Gives this ledger for a while in which all that is written is one transaction.

        Raises:
            LedgerError: If the database does not answer. Nothing of it was written.
        """
        with self.writing() as connection:
            yield replace(self, joined=connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One view of the ledger that holds up nobody.

        Raises:
            LedgerError: If the database does not answer.
        """
        with self.told(), self.engine.connect() as connection:
            yield connection.execution_options(only_reads=True)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Tells in one line what the database says.

        Raises:
            LedgerError: If it does not answer as it should.
        """
        try:
            yield
        except DBAPIError as error:
            said = " ".join(str(error.orig).split())
            hint = next((hint for part, hint in _HINTS.items() if part in said), "try again")
            raise LedgerError(f"the ledger {self.name}: {said}; {hint}") from error


def open_ledger(address: str, folder: Path, busy_seconds: float = BUSY_SECONDS) -> Ledger:
    """Opens a ledger; makes or upgrades its tables where needed.

    Args:
        address: The database's URL.
        folder: Where processes that upgrade at the same time wait for each other.
        busy_seconds: How long to wait for a locked database.

    Raises:
        ConfigurationError: If there is no such kind of database, its driver is missing, the folder cannot be written
            to, or a newer version made the ledger.
        LedgerError: If the database does not answer.
    """
    engine = _engine(address)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _durable(busy_seconds))
        event.listen(engine, "begin", _begin)
    ledger = Ledger(engine=engine, name=repr(engine.url))
    with ledger.told():
        upgrade(engine, folder)
    return ledger


def look_into(address: str) -> Ledger:
    """Opens a ledger to look at it, and changes nothing: neither its tables nor, in SQLite, anything else.

    Raises:
        ConfigurationError: If there is no such kind of database, or its driver is missing.
    """
    engine = _engine(address)
    name = repr(engine.url)
    if engine.dialect.name == "sqlite" and engine.url.database:
        path = f"file:{quote(engine.url.database)}"
        engine = create_engine(engine.url.set(database=path, query={"mode": "ro", "uri": "true"}))
    return Ledger(engine=engine, name=name)


def _engine(address: str) -> Engine:
    try:
        return create_engine(address)
    except ModuleNotFoundError as error:
        raise ConfigurationError(f"--database: its driver is missing: pip install {error.name}") from error
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise ConfigurationError(f"--database: {error}") from error


def _durable(busy_seconds: float) -> Callable[[Any, Any], None]:
    """SQLite's own settings: a commit is on the disk before it returns; readers and a writer share the file."""

    def connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin where `_begin` says so
        connection.execute(f"PRAGMA busy_timeout={int(busy_seconds * 1000)}")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")

    return connected


def _begin(connection: Connection) -> None:
    """A writer waits for its turn at the beginning, not half-way where it would have to give up."""
    reads = connection.get_execution_options().get("only_reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
