"""Takes files in: a report's bytes, and the desk's decisions that stand beside it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from msgspec.structs import replace

from citebound.desk.aliases import NAME, load_aliases
from citebound.desk.sidecar import SUFFIX, load_sidecar, sidecar_of
from citebound.errors import UnreadableError
from citebound.file_names import shown
from citebound.media_types import is_briefing_name, is_reference_list, is_report_name
from citebound.model import Decisions, Upload
from citebound.path_patterns import patterns_in

_BEGINNING = 4096
LIMIT = 256 * 1024 * 1024
"""The largest file that is taken in, in bytes: no report is as large, and memory is not endless."""


def upload_from(path: Path, media_type: str | None = None) -> Upload:
    """Returns a file as an upload; it bears the name of the file, not its path.

    Raises:
        UnreadableError: If there is no such file, it may not be read, it is a folder or larger than `LIMIT`.
    """
    try:
        if path.is_dir():
            os.listdir(path)  # a folder that may not be listed says so itself
            raise UnreadableError("it is a folder; name a file")
        with path.open("rb") as file:
            content = read_all(file)
    except UnreadableError as error:
        raise error.at(shown(path)) from error
    except OSError as error:
        raise UnreadableError(error.strerror or str(error), path=shown(path)) from error
    return Upload(content=content, filename=shown(path.name), media_type=media_type)


def read_all(file: BinaryIO) -> bytes:
    """Returns what stands in a file or comes through a pipe, endless ones too.

    Raises:
        UnreadableError: If it is larger than `LIMIT`.
    """
    content = file.read(LIMIT + 1)
    if len(content) > LIMIT:
        raise UnreadableError(f"larger than {LIMIT // 1024 // 1024} MiB; split it")
    return content


def decisions_beside(path: Path) -> Decisions:
    """Returns what the `aliases.toml` of the report's folder and then its sidecar file say; nothing without them.

    Raises:
        ConfigurationError: If one of the files is wrong.
    """
    sidecar, aliases = sidecar_of(path), path.with_name(NAME)
    own = load_sidecar(sidecar) if sidecar.is_file() else Decisions()
    curated = load_aliases(aliases) if aliases.is_file() else ()
    return replace(own, decisions=(*curated, *own.decisions)) if curated else own


def report_files(paths: Sequence[Path], *, briefings: bool = True) -> Iterator[Path]:
    """Yields the files to work on: a file as it is, a folder walked in the order of names.

    In a folder, what is hidden, what `.gitignore` names, sidecar files and files of other kinds are left out; of those
    in JSON only reference lists are taken. A folder that cannot be listed is yielded itself, so that it is told like a
    file that cannot be read.

    Args:
        paths: Files and folders.
        briefings: Whether finished briefings (PDF) in folders are wanted too.
    """
    for path in paths:
        if _is_folder(path):
            found = _walk(path, _rules_above(path))
            yield from (file for file in found if briefings or not is_briefing_name(file.name))
        else:
            yield path


class _Ignored:
    """The patterns of one `.gitignore`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.absolute()
        self._named = patterns_in((folder / ".gitignore").read_text("utf-8", "replace").splitlines())

    def names(self, path: Path) -> bool:
        inside = path.absolute().relative_to(self._folder).as_posix()
        return self._named.match_file(inside + "/" if path.is_dir() else inside)


def _walk(folder: Path, above: tuple[_Ignored, ...]) -> Iterator[Path]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    rules = (*above, _Ignored(folder)) if (folder / ".gitignore").is_file() else above
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith(".") or entry.is_symlink() or any(rule.names(path) for rule in rules):
            continue
        if entry.is_dir():
            yield from _walk(path, rules)
        elif entry.is_file() and not entry.name.endswith(SUFFIX) and _is_report(path):
            yield path


def _is_report(path: Path) -> bool:
    """Whether a file is taken for a report by its name; one in JSON if it begins as a list of references does."""
    if path.suffix.lower() != ".json":
        return is_report_name(path.name)
    try:
        with path.open("rb") as file:
            return is_reference_list(file.read(_BEGINNING))
    except OSError:
        return False


def _is_folder(path: Path) -> bool:
    """Whether a path is a folder; of one that cannot be seen the error is told when it is read."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _rules_above(folder: Path) -> tuple[_Ignored, ...]:
    """The `.gitignore` files between the folder and the root of its repository."""
    parents = list(folder.absolute().parents)
    root = next((place for place in (folder.absolute(), *parents) if os.path.lexists(place / ".git")), None)
    if root is None or root == folder.absolute():
        return ()
    between: Iterable[Path] = reversed(parents[: parents.index(root) + 1])
    return tuple(_Ignored(place) for place in between if (place / ".gitignore").is_file())
