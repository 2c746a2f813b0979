"""What the command line says of the inputs, and the inputs themselves."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from citebound.cli.options import with_options
from citebound.cli.paths import STANDARD_INPUT, named
from citebound.errors import UnreadableError, UsageError
from citebound.file_names import shown

if TYPE_CHECKING:
    from citebound.cli.session import Session
    from citebound.model import Decisions, Document, Upload


class SourceOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line says of the inputs.

    Attributes:
        media_type: What they are; None finds out.
        profile: The source profile; None chooses by evidence.
        accessed: When the user saw the source.
        fields: Fields that the user supplies, with their values.
    """

    media_type: str | None
    profile: str | None
    accessed: str | None
    fields: tuple[tuple[str, str], ...]

    def take_in(self, path: Path, content: bytes | None = None) -> Upload:
        """Returns the upload of a path; `-` reads standard input, and content that is known already is not read.

        Raises:
            UnreadableError: If the file cannot be read.
        """
        from citebound.model import Upload
        from citebound.uploads import upload_from

        if content is not None:
            return Upload(content=content, filename=shown(path.name), media_type=self.media_type)
        if path == STANDARD_INPUT:
            return Upload(content=_standard_input(), media_type=self.media_type)
        return upload_from(path, self.media_type)

    def decisions_for(self, path: Path) -> Decisions:
        """Returns what the desk says of a report: its sidecar file, then the options.

        Raises:
            ConfigurationError: If the sidecar file is wrong.
        """
        from msgspec.structs import replace

        from citebound.model import Decisions, SuppliedField
        from citebound.uploads import decisions_beside

        beside = Decisions() if path == STANDARD_INPUT else decisions_beside(path)
        supplied = [SuppliedField(field=name, value=value, by="--set") for name, value in self.fields]
        if self.accessed:
            supplied.append(SuppliedField(field="accessed", value=self.accessed, by="--accessed"))
        return replace(beside, supplied=(*beside.supplied, *supplied))


_OPTIONS = (
    click.option(
        "--media-type",
        metavar="TYPE",
        help="What the input is, e.g. text/html. [default: found out from its content and name]",
    ),
    click.option(
        "--profile",
        metavar="NAME",
        help="Source profile; `citebound profile list` names them. [default: chosen by evidence]",
    ),
    click.option("--accessed", metavar="DATE", help="When you saw the source, e.g. 2024-03-24."),
    click.option(
        "--set",
        "fields",
        multiple=True,
        metavar="FIELD=VALUE",
        help="Supply or correct a field of the record, e.g. symbol=A/78/1. May be repeated.",
    ),
)


def about_the_source(command: Callable[..., None]) -> Callable[..., None]:
    """Adds the options that say what the inputs are; the command gets them as one `source`.

    Raises:
        UsageError: If a `--set` has no `=`.
    """

    @wraps(command)
    def gathered(
        *,
        media_type: str | None,
        profile: str | None,
        accessed: str | None,
        fields: tuple[str, ...],
        **rest: Any,
    ) -> None:
        pairs = tuple(map(_pair, fields))
        source = SourceOptions(media_type=media_type, profile=profile, accessed=accessed, fields=pairs)
        command(source=source, **rest)

    return with_options(gathered, _OPTIONS)


def files_in(paths: tuple[Path, ...], *, briefings: bool = True) -> list[Path]:
    """Returns the files to work on; without `briefings` the finished ones in folders are left out.

    Raises:
        UsageError: If there is none.
    """
    from citebound.uploads import report_files

    files = list(report_files(paths, briefings=briefings))
    if not files:
        raise UsageError(f"no report in {', '.join(map(shown, paths))}")
    return files


def documents_in(session: Session, source: SourceOptions, path: Path) -> tuple[Document, ...]:
    """Reads an input, and tells what the reader could not do wholly.

    Raises:
        UnreadableError: If it cannot be read; names it as the user did.
    """
    try:
        documents = session.workflow_for(path).read(source.take_in(path))
    except UnreadableError as error:
        raise error.at(named(path)) from error
    for document in documents:
        session.note(path, document.notes)
    return documents


def _standard_input() -> bytes:
    from citebound.uploads import read_all

    if sys.stdin is None:
        raise UnreadableError("it is closed")
    try:
        return read_all(sys.stdin.buffer)
    except OSError as error:  # a folder, or a terminal that is gone
        raise UnreadableError(error.strerror or str(error)) from error


def _pair(field: str) -> tuple[str, str]:
    name, sign, value = field.partition("=")
    if not sign or not name.strip():
        raise UsageError(f"--set {field!r}: write it as FIELD=VALUE, e.g. --set symbol=A/78/1")
    return name, value
