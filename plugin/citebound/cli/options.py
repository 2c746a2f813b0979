"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from citebound.errors import UnreadableError, UsageError
from citebound.file_names import shown

if TYPE_CHECKING:
    from citebound.formats import Shape
    from citebound.model import Decisions, Upload

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")
STANDARD_INPUT = Path("-")


class SourceOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line says of the inputs.

    Attributes:
        media_type: What they are; None finds out.
        profile: The source profile; None chooses by evidence.
        accessed: When the user saw the source.
        fields: `FIELD=VALUE` as typed.
    """

    media_type: str | None
    profile: str | None
    accessed: str | None
    fields: tuple[str, ...]

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
            UsageError: If a `--set` has no `=`.
        """
        from msgspec.structs import replace

        from citebound.model import Decisions, SuppliedField
        from citebound.uploads import decisions_beside

        beside = Decisions() if path == STANDARD_INPUT else decisions_beside(path)
        supplied = [
            SuppliedField(field=name, value=value, by="--set") for name, value in map(_pair, self.fields)
        ]
        if self.accessed:
            supplied.append(SuppliedField(field="accessed", value=self.accessed, by="--accessed"))
        return replace(beside, supplied=(*beside.supplied, *supplied))


def about_the_source(command: Callable[..., None]) -> Callable[..., None]:
    """Adds the options that say what the inputs are; the command gets them as one `source`."""

    @wraps(command)
    def gathered(
        *,
        media_type: str | None,
        profile: str | None,
        accessed: str | None,
        fields: tuple[str, ...],
        **rest: Any,
    ) -> None:
        source = SourceOptions(media_type=media_type, profile=profile, accessed=accessed, fields=fields)
        command(source=source, **rest)

    return _with(
        gathered,
        (
            click.option(
                "--media-type", metavar="TYPE", help="What the input is, e.g. text/html. [default: found out]"
            ),
            click.option("--profile", metavar="NAME", help="Source profile. [default: chosen by evidence]"),
            click.option("--accessed", metavar="DATE", help="When you saw the source, e.g. 2024-03-24."),
            click.option(
                "--set",
                "fields",
                multiple=True,
                metavar="FIELD=VALUE",
                help="Supply or correct a field of the record. May be repeated.",
            ),
        ),
    )


def fail_on(default: str | None) -> Callable[[F], F]:
    """Adds `--fail-on`.

    Args:
        default: What the help names; None for a command that fails on findings only when asked to.
    """
    told = f" [default: {default}]" if default else " [default: findings do not matter]"
    option = click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "never"]),
        help=f"Exit with 1 if there is a finding of at least this severity.{told}",
    )
    return lambda command: _with(command, (option,))


class FormatOption(click.Option):
    """`--format`: its help lists the formats that the plugins offer.

    Args:
        shape: What the command writes.
        default_text: What the help names as the default.
        first: A format that the host itself adds.
    """

    def __init__(
        self, *args: Any, shape: Shape, default_text: str, first: str | None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self._shape, self._default_text, self._first = shape, default_text, first

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Names the formats, if the plugins can be asked."""
        from citebound.errors import CiteboundError

        names = [self._first] if self._first else []
        with suppress(CiteboundError, AttributeError):  # a wrong configuration is told when the command runs
            names += ctx.obj.workflow.registry.formats(self._shape)
        listed = f"Output format: {', '.join(names)}." if names else "Output format."
        return "--format NAME", f"{listed} [default: {self._default_text}]"


def format_option(shape: Shape, default_text: str, *, first: str | None = None) -> Callable[[F], F]:
    """Adds `--format`, which the command gets as `form`; None if it is not given."""
    return click.option(
        "--format",
        "form",
        metavar="NAME",
        cls=FormatOption,
        shape=shape,
        default_text=default_text,
        first=first,
    )


def files_in(paths: tuple[Path, ...]) -> list[Path]:
    """Returns the files to work on.

    Raises:
        UsageError: If there is none.
    """
    from citebound.uploads import report_files

    files = list(report_files(paths))
    if not files:
        raise UsageError(f"no report in {', '.join(map(shown, paths))}")
    return files


def with_progress(work: Iterable[T], total: int) -> Iterator[T]:
    """Yields what the work yields; on a terminal it shows how far the work is."""
    if total < 2 or sys.stderr is None or not sys.stderr.isatty():
        yield from work
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(work, "Reports", total, console=Console(stderr=True), transient=True)


def named(path: Path) -> str:
    """Returns an input's name for messages."""
    return "standard input" if path == STANDARD_INPUT else shown(path)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise UnreadableError("it is closed")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:  # a folder, or a terminal that is gone
        raise UnreadableError(error.strerror or str(error)) from error


def _pair(field: str) -> tuple[str, str]:
    name, sign, value = field.partition("=")
    if not sign or not name.strip():
        raise UsageError(f"--set {field!r}: write it as FIELD=VALUE, e.g. --set symbol=A/78/1")
    return name, value


def _with(command: F, options: tuple[Callable[[F], F], ...]) -> F:
    for option in reversed(options):
        command = option(command)
    return command
