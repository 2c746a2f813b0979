"""`--watch`: does the work again whenever a file changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from citebound.cli.paths import STANDARD_INPUT
from citebound.cli.session import Session
from citebound.cli.standard_output import told
from citebound.errors import CiteboundError, UsageError
from citebound.media_types import is_report_name


def again_on_change(session: Session, work: Callable[[Session], None], paths: Sequence[Path]) -> None:
    """Does the work, and does it again after each change below the paths, until it is interrupted.

    Each round has a session of its own, so that a changed configuration or profile counts; what is wrong with one is
    told, and the next change may mend it.

    Raises:
        CiteboundError: If the first round cannot be done, or the extra `watch` is not installed.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        raise UsageError("--watch needs an extra: pip install 'citebound[watch]'") from error
    if STANDARD_INPUT in paths:
        raise UsageError("--watch needs files; standard input does not change")
    work(session)
    watched = _Watched(paths, _settings_of(session))
    click.echo("citebound: waiting for changes; Ctrl-C ends", err=True)
    for _ in watch(
        *watched.folders, recursive=watched.deep, watch_filter=watched.concerns, raise_interrupt=False
    ):
        _round(Session.of(session.key), work)


def _round(session: Session, work: Callable[[Session], None]) -> None:
    try:
        work(session)
    except (CiteboundError, OSError) as error:
        session.complain(told(error))
    session.name_failed_plugins()


def _settings_of(session: Session) -> list[Path]:
    """The configuration file and the desk's own profiles, which may stand elsewhere than the reports."""
    settings = session.configuration
    own = [Path(settings.folder) / name for name in settings.profiles]
    return [*own, *([Path(settings.file)] if settings.file else [])]


class _Watched:
    """What is watched: folders only, because an editor that saves puts a new file in the place of the old one."""

    def __init__(self, paths: Sequence[Path], settings: Sequence[Path]) -> None:
        asked = [path.resolve() for path in paths]
        self._below = [path for path in asked if path.is_dir()]
        self._files = {path for path in asked if not path.is_dir()}
        beside = {path.resolve().parent for path in (*self._files, *settings)}
        self.folders = sorted(folder for folder in {*self._below, *beside} if folder.is_dir())
        self.deep = bool(self._below)

    def concerns(self, change: object, name: str) -> bool:
        """Whether a file that changed is a report that was asked for, or says how reports are checked."""
        path = Path(name)
        if path.suffix == ".toml":
            return True
        if path in self._files:
            return True
        may_be_report = is_report_name(name) or path.suffix.lower() == ".json"
        return may_be_report and any(map(path.is_relative_to, self._below))
