"""Brings the ledger's tables to the newest form, with the migrations in this package."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

HEAD = "ledger_2"
"""The newest migration."""


def upgrade(engine: Engine, folder: Path) -> None:
    """Runs the migrations that the database lacks; one process at a time."""
    if _version(engine) == HEAD:
        return
    with _alone(folder):
        if _version(engine) != HEAD:  # another process may have done it meanwhile
            with engine.begin() as connection:
                _migrate(connection)


def _version(engine: Engine) -> str | None:
    with engine.connect().execution_options(only_reads=True) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return version


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    import fcntl

    with (folder / "upgrade.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
