"""What the doctor looks at. Each examination returns one line, or raises what is wrong."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import Literal, NamedTuple

from citebound.commands import CommandSession
from citebound.errors import CiteboundError, ConfigurationError
from citebound.model import Upload
from citebound_hooks.ledger.place import Place

LEAST_FREE = 1 << 30
PAGE = "A note\n\nThe mayor said that a bridge was built. Мост построен. تم بناء الجسر.\n".encode()


class Examined(NamedTuple):
    """One line of the doctor's report."""

    what: str
    state: Literal["ok", "wrong"]
    said: str


def examine(session: CommandSession, place: Place, out: Path) -> Iterator[Examined]:
    """Looks at everything, one thing after the other; what is wrong with one does not hide the next."""
    looks: dict[str, Callable[[], str]] = {
        "version": lambda: ", ".join(f"{each.name} {each.version}" for each in session.components),
        "store": lambda: _writable(place.folder),
        "output": lambda: _writable(out),
        "ledger": lambda: _ledger(place),
        "briefing": lambda: _briefing(session),
        "isolation": _isolation,
    }
    for what, look in looks.items():
        try:
            yield Examined(what, "ok", look())
        except (CiteboundError, OSError) as error:
            yield Examined(what, "wrong", str(error))


def _writable(folder: Path) -> str:
    there = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    if not there.is_dir():
        raise ConfigurationError(f"{there} is no folder")
    with TemporaryFile(dir=there) as probe:
        probe.write(b"x")
        probe.flush()
        os.fsync(probe.fileno())
    free = shutil.disk_usage(there).free
    if free < LEAST_FREE:
        raise ConfigurationError(f"only {free >> 20} MiB are free below {there}")
    return f"{folder}{', not made yet' if there != folder else ''}, {free >> 30} GiB free"


def _ledger(place: Place) -> str:
    ledger = place.look()
    if ledger is None:
        return f"{place.address}, not made yet"
    from citebound_hooks.ledger.standing import status_of_all
    from citebound_hooks.ledger.upgrade import HEAD, version_of

    with ledger.told():
        version = version_of(ledger.engine)
    if version != HEAD:
        return f"{place.address}, {version or 'empty'}; it becomes {HEAD} when a command writes to it"
    counted = status_of_all(ledger)
    return f"{ledger.name}, {version}, {counted.documents} documents, {counted.waiting} waiting"


def _briefing(session: CommandSession) -> str:
    """Takes a page in three scripts through all steps: template, fonts, plugins, and the key that signs."""
    (document,) = session.workflow.read(Upload(content=PAGE, media_type="text/plain"))
    briefing = session.workflow.brief_document(document)
    if briefing.incomplete:
        failed = briefing.incomplete[0]
        raise ConfigurationError(f"plugin {failed.plugin} failed in {failed.hook}: {failed.error}")
    rendered = session.workflow.render(briefing)
    signed = ", signed" if session.workflow.sign(rendered) != rendered else ""
    return f"a page in three scripts makes a PDF of {len(rendered) >> 10} KiB{signed}"


def _isolation() -> str:
    from citebound_hooks.worker.isolation import can_cut_network

    return "no network for documents" if can_cut_network() else "documents keep the worker's network"
