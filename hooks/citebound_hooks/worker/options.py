"""The options of the commands that work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, Literal

import click

from citebound_hooks.ledger.place import out_option


@dataclass(frozen=True, kw_only=True)
class WorkerOptions:
    """What the command line says of the worker; see the help of each option."""

    out: Path | None
    concurrency: int
    once: bool
    lease: float
    cpu: int
    memory: int
    wall: float
    alone: bool
    form: Literal["text", "json"]


_OPTIONS = (
    out_option,
    click.option(
        "--concurrency",
        type=click.IntRange(1, 64),
        default=2,
        show_default=True,
        metavar="N",
        help="How many documents are worked on at once.",
    ),
    click.option("--once", is_flag=True, help="End when nothing is left to do."),
    click.option(
        "--lease",
        type=click.FloatRange(0.5, 300),
        default=10,
        show_default=True,
        metavar="SECONDS",
        help="After how long another worker takes over what a killed one began.",
    ),
    click.option(
        "--cpu",
        type=click.IntRange(1),
        default=10,
        show_default=True,
        metavar="SECONDS",
        help="Processor time that a document may take.",
    ),
    click.option(
        "--memory",
        type=click.IntRange(256),
        default=1024,
        show_default=True,
        metavar="MIB",
        help="Memory that a document may take.",
    ),
    click.option(
        "--wall",
        type=click.FloatRange(0.1),
        default=60,
        show_default=True,
        metavar="SECONDS",
        help="Time on the clock that a document may take.",
    ),
    click.option(
        "--alone",
        is_flag=True,
        help="Give each document a process of its own, small ones too; slower.",
    ),
    click.option(
        "--log",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="How outcomes are told, on standard error: in words, or one JSON object a line.",
    ),
)


def as_a_worker(command: Callable[..., None]) -> Callable[..., None]:
    """Adds the options of a worker; the command gets them as one `told`."""

    @wraps(command)
    def gathered(**said: Any) -> None:
        told = {name: said.pop(name) for name in WorkerOptions.__dataclass_fields__}
        command(told=WorkerOptions(**told), **said)

    wrapped: Callable[..., None] = gathered
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped
