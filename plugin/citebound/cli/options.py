"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from citebound.formats import Shape

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")


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
    return lambda command: with_options(command, (option,))


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
        names.sort(key=lambda name: name != self._default_text)  # the others as the plugins give them
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


def with_progress(work: Iterable[T], total: int) -> Iterator[T]:
    """Yields what the work yields; on a terminal it shows how far the work is."""
    if total < 2 or sys.stderr is None or not sys.stderr.isatty():
        yield from work
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(work, "Reports", total, console=Console(stderr=True), transient=True)


def with_options(command: F, options: tuple[Callable[[F], F], ...]) -> F:
    """Adds options to a command, in the order in which its help lists them."""
    for option in reversed(options):
        command = option(command)
    return command
