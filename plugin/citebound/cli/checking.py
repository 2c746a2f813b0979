"""Checks one file after the other, or several at a time in processes of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from citebound.cli.inputs import SourceOptions
from citebound.cli.paths import STANDARD_INPUT, named
from citebound.cli.session import Session, SessionKey
from citebound.errors import ConfigurationError, PluginError, UnreadableError
from citebound.file_names import shown
from citebound.model import Document, Finding, Incomplete

ENOUGH_FOR_PROCESSES = 64
"""From how many files on it pays to start processes, each of which loads the plugins anew."""
LONGEST_CHUNK = 16
"""How many files a process gets at a time: few enough for all to be busy to the end."""


class CheckedFile(NamedTuple):
    """What came of one file.

    Attributes:
        path: As the user named it.
        documents: What was read from it, if there are findings to show in it.
        findings: What the rules found.
        failures: The plugins that failed at it.
        notes: What the reader could not do wholly.
        refused: Why it could not be read, and the exit code; None if it could.
    """

    path: Path
    documents: tuple[Document, ...] = ()
    findings: tuple[Finding, ...] = ()
    failures: tuple[Incomplete, ...] = ()
    notes: tuple[str, ...] = ()
    refused: tuple[str, int] | None = None


def check_file(
    session: Session, source: SourceOptions, path: Path, content: bytes | None = None, *, keep: bool = True
) -> CheckedFile:
    """Checks the documents of one file; one that cannot be read, or whose sidecar file is wrong, is told, not raised.

    Args:
        session: The call of the command line.
        source: What the command line says of the inputs.
        path: The file.
        content: What stands in it, if that is known; else it is read.
        keep: Whether the documents are wanted beside the findings.
    """
    from citebound.compliance.entries import of_one_file

    workflow = session.workflow_for(path)
    findings: list[tuple[Finding, ...]] = []
    failures: list[Incomplete] = []
    try:
        documents = workflow.read(source.take_in(path, content))
        decisions = source.decisions_for(path)
    except UnreadableError as error:
        return CheckedFile(path, refused=(str(error.at(named(path))), error.exit_code))
    except (ConfigurationError, PluginError) as error:
        return CheckedFile(path, refused=(str(error), error.exit_code))
    for document in documents:
        record = workflow.describe(document, decisions)
        checked = workflow.check(document, record, path=shown(path), decisions=decisions)
        findings.append(checked.findings)
        failures += [*record.incomplete, *checked.incomplete]
    found = of_one_file(findings)
    return CheckedFile(
        path,
        tuple(map(_bare, documents)) if found and keep else (),
        found,
        tuple(dict.fromkeys(failures)),
        tuple(note for document in documents for note in document.notes),
    )


def check_files(
    session: Session, source: SourceOptions, paths: Sequence[Path], jobs: int | None, *, keep: bool = True
) -> Iterator[CheckedFile]:
    """Checks files and yields what came of each, in their order.

    Args:
        session: The call of the command line.
        source: What the command line says of the inputs.
        paths: The files.
        jobs: How many processes; None uses all cores if there are many files.
        keep: Whether the documents are wanted beside the findings.
    """
    workers = jobs or (_cores() if len(paths) >= ENOUGH_FOR_PROCESSES else 1)
    if workers < 2 or len(paths) < 2 or STANDARD_INPUT in paths:  # only this process has the standard input
        yield from (check_file(session, source, path, keep=keep) for path in paths)
        return
    size = min(LONGEST_CHUNK, -(-len(paths) // workers))
    chunks = [paths[start : start + size] for start in range(0, len(paths), size)]
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from chain.from_iterable(pool.map(partial(_check_chunk, session.key, source, keep), chunks))


def _cores() -> int:
    """How many cores this process may use; not every system tells, then how many there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _check_chunk(
    key: SessionKey, source: SourceOptions, keep: bool, paths: Sequence[Path]
) -> list[CheckedFile]:
    return [check_file(_session(key), source, path, keep=keep) for path in paths]


def _bare(document: Document) -> Document:
    """Returns what of a document is needed to show and to correct its words."""
    return replace(document, blocks=(), metadata=())


@lru_cache(maxsize=1)
def _session(key: SessionKey) -> Session:
    """The session of a worker process, made once."""
    return Session.of(key)
