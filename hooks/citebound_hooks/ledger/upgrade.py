"""Brings the ledger's tables to the newest form, with the migrations in this package."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from citebound.errors import ConfigurationError

HEAD = "ledger_2"
"""The newest migration."""


def upgrade(engine: Engine, folder: Path) -> None:
    """Runs the migrations that the database lacks; one process at a time.

    Raises:
        ConfigurationError: If the folder cannot be written to, or a newer version made the ledger.
    """
    if version_of(engine) == HEAD:
        return
    with _alone(folder):
        if version_of(engine) != HEAD:  # another process may have done it meanwhile
            with engine.begin() as connection:
                _migrate(connection)


def version_of(engine: Engine) -> str | None:
    """Returns the newest migration that the database had; None if it has no ledger."""
    with engine.connect().execution_options(only_reads=True) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return version


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, HEAD)
    except CommandError as error:
        raise ConfigurationError(
            "the ledger was made by a newer version of citebound; install that"
        ) from error


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    import fcntl

    try:
        lock = (folder / "upgrade.lock").open("w")
    except OSError as error:
        raise ConfigurationError(f"--store {folder}: {error.strerror or error}") from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
